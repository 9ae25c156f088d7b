package org.customsgateway.connector.webhook;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.customsgateway.HandClock;
import org.customsgateway.connector.Alarms;
import org.customsgateway.connector.Content;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.Held;
import org.customsgateway.connector.Network;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Secret;
import org.customsgateway.connector.SigningKey;
import org.customsgateway.connector.SigningKey.Kind;
import org.customsgateway.connector.WebhookWire;
import org.customsgateway.connector.Wired;
import org.customsgateway.connector.queue.Certificate;
import org.customsgateway.message.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A partner's server and what posts to it, for one test; names lead where the test says, and it is as late as it says. */
@Tag("wire")
@Timeout(120)
abstract class WebhookSite {

    static final List<Network> LOOPBACK = List.of(Network.parse("127.0.0.0/8"));
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    static Path shared;

    static Certificate certificate;

    @TempDir
    Path folder;

    final Alarms alarms = new Alarms();
    final List<String> lookedUp = new ArrayList<>();
    InetAddress[] found;
    final HandClock clock = new HandClock(NOON);
    volatile Optional<Address> registered = Optional.empty();
    Receiver receiver;
    Webhooks webhooks;

    @BeforeAll
    static void certify() throws Exception {
        certificate = Certificate.in(shared);
    }

    @BeforeEach
    void start() throws Exception {
        receiver = Receiver.secure(certificate, 0);
        found = new InetAddress[] {InetAddress.getByName("127.0.0.1")};
        webhooks = new Webhooks(partner -> registered, alarms, clock, new Names());
    }

    @AfterEach
    void stop() {
        webhooks.close();
        receiver.close();
    }

    private final class Names implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) {
            lookedUp.add(host);
            return found;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    SigningKey key(String id, Instant from, Instant to) {
        return new SigningKey(id, Kind.HMAC, Secret.reference("env:K", folder, name -> "A".repeat(40)), from, to);
    }

    WebhookWire wire(String url) {
        return new WebhookWire(
                Optional.ofNullable(url).map(URI::create),
                List.of(key("k", Instant.MIN, Instant.MAX)),
                10,
                LOOPBACK,
                true,
                Optional.of(certificate.trusted()),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20));
    }

    static WebhookWire within(WebhookWire wire, Duration timeout) {
        return new WebhookWire(
                wire.url(),
                wire.keys(),
                wire.batch(),
                wire.allow(),
                wire.plain(),
                wire.trust(),
                Duration.ofSeconds(20),
                timeout);
    }

    void register(String url) {
        clock.forward(Duration.ofMillis(1));
        registered = Optional.of(new Address(URI.create(url), clock.instant()));
    }

    Partner partner(WebhookWire wire) {
        return partner("market", wire);
    }

    Partner partner(String id, WebhookWire wire) {
        var partner = Wired.webhook(id, wire);
        webhooks.added(partner);
        return partner;
    }

    Dispatch event(String id) throws IOException {
        return reply(id, "{\"id\":\"" + id + "\"}", Post.EVENT);
    }

    Dispatch reply(String id, String body, String contentType) throws IOException {
        Content bytes = () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        return new Dispatch(id, id + ".json", bytes, Origin.NONE, "", contentType);
    }

    Held held(Partner partner) throws IOException {
        var event = event("e");
        return catchThrowableOfType(Held.class, () -> webhooks.deliver(partner, event));
    }
}
