package org.customsgateway.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customsgateway.NodeProgram;
import org.customsgateway.connector.Alarms;
import org.customsgateway.connector.Content;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.Network;
import org.customsgateway.connector.Secret;
import org.customsgateway.connector.SigningKey;
import org.customsgateway.connector.SigningKey.Kind;
import org.customsgateway.connector.WebhookWire;
import org.customsgateway.connector.Wired;
import org.customsgateway.connector.queue.Certificate;
import org.customsgateway.message.Origin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is posted, verified by the library of those who wrote the standard, in JavaScript. */
@Tag("wire")
class StandardWebhooksTest {

    private static final String FIRST = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String SECOND = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    @TempDir
    private Path folder;

    private SigningKey key(Kind kind, String secret) {
        return new SigningKey("k", kind, Secret.reference("env:K", folder, name -> secret), Instant.MIN, Instant.MAX);
    }

    @Test
    void a_receiver_with_any_of_the_keys_takes_what_we_sign_and_nothing_else() throws Exception {
        var node = NodeProgram.fetched("webhook", "receiver.js", "the library of Standard Webhooks is not asked");
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\n-----END PRIVATE KEY-----\n";
        var publicKey = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        var certificate = Certificate.in(folder.resolve("tls"));
        List<Map<String, Object>> tasks = new ArrayList<>();
        try (var receiver = Receiver.secure(certificate, 0);
                var webhooks = new Webhooks(partner -> Optional.empty(), new Alarms(), Clock.systemUTC())) {
            var wire = new WebhookWire(
                    Optional.of(URI.create(receiver.url("localhost"))),
                    List.of(key(Kind.HMAC, FIRST), key(Kind.ED25519, pem), key(Kind.HMAC, SECOND)),
                    2,
                    List.of(Network.parse("127.0.0.0/8"), Network.parse("::1")),
                    false,
                    Optional.of(certificate.trusted()),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(20));
            var partner = Wired.webhook("market", wire);
            webhooks.added(partner);
            webhooks.deliver(partner, event("a", "{\"id\": \"a\", \"name\": \"Zoë\"}\n"));
            webhooks.deliver(partner, List.of(event("a", "{\"id\": \"a\"}"), event("b", "{\"id\": \"b\"}")));
            for (var request : receiver.requests) {
                tasks.add(task(FIRST, publicKey, request.body(), request.headers()));
                tasks.add(task(SECOND, publicKey, request.body(), request.headers()));
                tasks.add(task("whsec_" + "A".repeat(32), publicKey, request.body(), request.headers()));
                tasks.add(task(FIRST, publicKey, request.body() + " ", request.headers()));
                var otherId = new HashMap<>(request.headers());
                otherId.put("webhook-id", "other");
                tasks.add(task(FIRST, publicKey, request.body(), otherId));
            }
        }

        JsonNode said = node.run(tasks);

        for (int request = 0; request < 2; request++) {
            for (int good = 0; good < 3; good++) {
                assertThat(said.get(request * 5 + good).get("ed25519").asBoolean())
                        .isTrue();
            }
            for (int right = 0; right < 2; right++) {
                assertThat(said.get(request * 5 + right).get("event").findValuesAsText("id"))
                        .startsWith("a");
            }
            for (int wrong = 2; wrong < 5; wrong++) {
                assertThat(said.get(request * 5 + wrong).get("error").asText())
                        .isEqualTo("No matching signature found");
            }
            for (int changed = 3; changed < 5; changed++) {
                assertThat(said.get(request * 5 + changed).get("ed25519").asBoolean())
                        .isFalse();
            }
        }
        assertThat(said.get(0).get("event").get("name").asText()).isEqualTo("Zoë");
    }

    @Test
    void the_lines_in_the_guide_are_those_that_were_tried() throws Exception {
        var guide = Files.readString(Path.of("docs/guides/webhooks.md"));
        var tried = Files.readString(Path.of("src-test/webhook/receiver.js"));
        for (var line : List.of("const { Webhook } = require('standardwebhooks');", ".verify(body, headers)")) {
            assertThat(guide).contains(line);
            assertThat(tried).contains(line);
        }
    }

    private static Map<String, Object> task(String secret, String publicKey, String body, Map<String, String> headers) {
        return Map.of("secret", secret, "publicKey", publicKey, "body", body, "headers", headers);
    }

    private Dispatch event(String id, String body) throws Exception {
        Content bytes = () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        return new Dispatch(id, id + ".json", bytes, Origin.NONE, "", Post.EVENT);
    }
}
