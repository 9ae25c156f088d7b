package org.customsgateway.connector;

import static org.customsgateway.connector.Values.matching;
import static org.customsgateway.connector.Values.oneOf;
import static org.customsgateway.connector.Values.whole;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Binds the keys of {@code wires.webhook}. */
final class WebhookReader {

    /** The node that delivers must not be taken for dead meanwhile. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Section webhook;
    private final Path folder;
    private final Function<String, Secret> secret;

    /** @param secret a reference whose secret is there */
    WebhookReader(Section webhook, Path folder, Function<String, Secret> secret) {
        this.webhook = webhook;
        this.folder = folder;
        this.secret = secret;
    }

    WebhookWire read() {
        var plain = webhook.value("plain", false, Values::truth);
        var allow = webhook.list("allow", List.<Network>of(), Network::parse);
        var ids = new HashSet<String>();
        var wire = new WebhookWire(
                webhook.optional("url", text -> WebhookWire.address(text, plain, allow)),
                webhook.sections("keys").stream()
                        .map(key -> key(key, ids))
                        .filter(Objects::nonNull)
                        .toList(),
                webhook.value("batch", 1, whole(1, 100)),
                allow,
                plain,
                webhook.optional("trust", file -> Certificates.authorities(file, folder)),
                webhook.value("connectTimeout", Duration.ofSeconds(10), Values.durationUpTo(LONGEST)),
                webhook.value("timeout", Duration.ofSeconds(20), Values.durationUpTo(LONGEST)));
        webhook.end();
        return wire;
    }

    private SigningKey key(Section key, Set<String> ids) {
        var id = key.value("id", null, matching("[A-Za-z0-9._-]{1,64}", "1 to 64 of letters, digits, '.', '_', '-'"));
        var kind = key.value("kind", SigningKey.Kind.HMAC, oneOf(SigningKey.Kind.class));
        var from = key.value("validFrom", Instant.MIN, Values::time);
        var to = key.value("validTo", Instant.MAX, Values::time);
        var read = key.value("secret", null, text -> checked(new SigningKey("", kind, secret.apply(text), from, to)));
        key.end();
        if (id != null && !ids.add(id)) {
            key.fault("id", "is there twice: give each key its own");
        }
        if (!from.isBefore(to)) {
            key.fault("validTo", "must be later than validFrom");
        }
        return id == null || read == null ? null : new SigningKey(id, kind, read.secret(), from, to);
    }

    private static SigningKey checked(SigningKey key) {
        if (key.kind() == SigningKey.Kind.HMAC) {
            key.bytes();
        } else {
            key.privateKey();
        }
        return key;
    }
}
