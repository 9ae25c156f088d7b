package org.customsgateway.connector;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.customsgateway.connector.DuplicatePolicy.SameBytes;
import org.customsgateway.connector.DuplicatePolicy.SameKey;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.StatusCode;

/** Partners for tests of the wires. */
public final class Wired {

    private Wired() {}

    public static Partner host(String id, SftpHostWire wire, Limits limits) {
        return partner(
                id,
                WireEnd.SFTP_HOST,
                limits,
                new Wires(
                        Optional.of(wire),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    public static Partner client(String id, SftpClientWire wire, Limits limits) {
        return partner(
                id,
                WireEnd.SFTP_CLIENT,
                limits,
                new Wires(
                        Optional.empty(),
                        Optional.of(wire),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    public static Partner queue(String id, QueueWire wire, Limits limits) {
        return partner(
                id,
                WireEnd.QUEUE,
                limits,
                new Wires(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(wire),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    public static Partner webhook(String id, WebhookWire wire) {
        var wires = new Wires(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(wire),
                Optional.empty());
        return partner(id, WireEnd.WEBHOOK, limits(1_000), wires);
    }

    public static Partner as2(String id, As2Wire wire, Limits limits) {
        return partner(
                id,
                WireEnd.AS2,
                limits,
                new Wires(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(wire)));
    }

    public static Limits limits(long bytes) {
        return new Limits(bytes, 1_000, 0);
    }

    private static Partner partner(String id, WireEnd reply, Limits limits, Wires wires) {
        return new Partner(
                new PartnerId(id),
                id,
                PartnerKind.POST,
                "en",
                List.of(new FormatId("upu-itmatt")),
                Map.of(),
                new ReplyPolicy(
                        reply,
                        List.of(),
                        Acknowledge.REQUESTED,
                        Set.of(StatusCode.values()),
                        10,
                        Duration.ofSeconds(1),
                        new Retry(3, Duration.ofSeconds(1), Duration.ofSeconds(9))),
                new DuplicatePolicy(SameBytes.ANSWER_AGAIN, SameKey.AMEND),
                limits,
                MatchPolicy.NONE,
                ReturnPolicy.USUAL,
                KeepPolicy.FOREVER,
                Duration.ofHours(4),
                Optional.empty(),
                Optional.empty(),
                wires);
    }
}
