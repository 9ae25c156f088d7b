package org.customsgateway.connector.webhook;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customsgateway.connector.Alarm;
import org.customsgateway.connector.Declined;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.Held;
import org.customsgateway.connector.SigningKey;
import org.customsgateway.connector.WebhookWire;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Wire;

/** One partner's end of the wire, and what is known of it. */
final class Endpoint implements AutoCloseable {

    private final PartnerId partner;
    private final WebhookWire wire;
    private final Client client;
    private final Addresses registered;
    private final Alarm alarm;
    private final Clock clock;
    /** An address that is not used any more, as its server has said. */
    private volatile Optional<Address> gone = Optional.empty();
    /** Whether the last request came to something; null before the first. */
    private volatile Boolean reached;

    Endpoint(PartnerId partner, WebhookWire wire, Client client, Addresses registered, Alarm alarm, Clock clock) {
        this.partner = partner;
        this.wire = wire;
        this.client = client;
        this.registered = registered;
        this.alarm = alarm;
        this.clock = clock;
    }

    boolean takes() {
        return gone.isEmpty() || !address().equals(gone);
    }

    private Optional<Address> address() {
        return wire.url().map(url -> new Address(url, Instant.EPOCH)).or(() -> registered.of(partner));
    }

    void deliver(List<Dispatch> dispatches) throws IOException {
        deliver(Post.of(dispatches));
    }

    private void deliver(Post post) throws IOException {
        var now = clock.instant();
        var address = address().orElseThrow(() -> lost(new Held("no address is known to post to", Duration.ZERO)));
        var url = usable(address);
        var headers = headers(post, now);
        Answer answer;
        try {
            answer = client.post(url, post, headers);
        } catch (IOException e) {
            throw lost(new Held("no answer from the partner's server: " + e.getMessage(), Duration.ZERO));
        }
        if (answer.isGone()) {
            gone = Optional.of(address);
            reached = null;
            var text =
                    "the address is not used any more (410): replies wait until there is another, or the file changes";
            alarm.raise(partner, Wire.HTTP, "gone", "", text);
            throw new Held(text, Duration.ZERO);
        }
        if (answer.isTaken()) {
            found();
            return;
        }
        var fault = answer.fault(now);
        if (fault instanceof Declined declined && declined.isSure()) {
            found();
            throw fault;
        }
        throw lost(fault);
    }

    /** What was let through once may not be any more. */
    private URI usable(Address address) throws Held {
        try {
            return WebhookWire.address(address.url().toString(), wire.plain(), wire.allow());
        } catch (IllegalArgumentException e) {
            throw lost(new Held("the address is not usable: it " + e.getMessage(), Duration.ZERO));
        }
    }

    private Map<String, String> headers(Post post, Instant now) throws Held {
        var keys = wire.keys().stream().filter(key -> key.validAt(now)).toList();
        if (keys.isEmpty()) {
            throw lost(new Held("no key is valid now: add one to wires.webhook.keys", Duration.ZERO));
        }
        return Map.of(
                "webhook-id", post.id(),
                "webhook-timestamp", String.valueOf(now.getEpochSecond()),
                "webhook-signature", signature(post, now, keys));
    }

    private String signature(Post post, Instant now, List<SigningKey> keys) throws Held {
        try {
            return Signature.of(post.id(), now.getEpochSecond(), post.body(), keys);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw lost(new Held("not signed: " + e.getMessage(), Duration.ZERO));
        }
    }

    private <E extends IOException> E lost(E fault) {
        if (!Boolean.FALSE.equals(reached)) {
            reached = false;
            alarm.raise(partner, Wire.HTTP, "unreachable", "", fault.getMessage());
        }
        return fault;
    }

    private void found() {
        if (!Boolean.TRUE.equals(reached)) {
            reached = true;
            alarm.raise(partner, Wire.HTTP, "reachable", "", "the partner's server takes replies");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
