package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.customsgateway.ApiContract.Operation;
import org.customsgateway.connector.queue.Certificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every answer that the contract promises is given by the running listener, and it gives no other. */
@Tag("wire")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpsContractTest {

    private static final String NOWHERE = "00000000000000000X";
    private static final int REQUESTS = 4;

    private ApiContract contract;
    private Customs customs;
    private Certificate certificate;
    private HttpClient client;
    private Platform platform;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        certificate = Certificate.in(folder.resolve("tls"));
        var settings = new HashMap<>(Platform.listener(certificate, folder));
        settings.put("gateway.https.requests", String.valueOf(REQUESTS));
        settings.put("gateway.https.idle", "4");
        customs = new Customs(
                folder, "risk: [{answer: [accepted, release]}]\nrevenue: [{answer: [release]}]\n", settings);
        partner("platform-a", "", "");
        partner("platform-small", "limits: { interchange: 2KB, perMinute: 3 }", "");
        partner("platform-one", "", "requests: 1");
        partner("platform-slow", "", "");
        partner("platform-tls", "", "certificates: [\"" + fingerprint() + "\"]");
        partner("platform-old", "", "");
        replace("platform-old", Platform.line(Platform.token("platform-old"), Instant.EPOCH, Duration.ofDays(1)));
        customs.open();
        client = Platform.client(certificate.store(), null, Certificate.PASSWORD);
        contract = ApiContract.read();
        platform = new Platform(client, customs.httpsPort(), Platform.token("platform-a"), contract);
    }

    private void partner(String id, String limits, String wire) throws IOException {
        Files.writeString(customs.partners().resolve(id + ".yaml"), """
                name: %s
                kind: platform
                formats: [platform-order-1]
                %s
                wires:
                  https:
                    tokens: [%s]
                    %s
                """.formatted(
                        id, limits, Platform.line(Platform.token(id)), wire));
    }

    private void replace(String id, String line) throws IOException {
        Path file = customs.partners().resolve(id + ".yaml");
        Files.writeString(file, Files.readString(file).replaceAll("\"sha256[^\"]*\"", line));
    }

    private String fingerprint() throws Exception {
        var keys = KeyStore.getInstance(certificate.store().toFile(), Certificate.PASSWORD.toCharArray());
        var digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.ofDelimiter(":")
                .withUpperCase()
                .formatHex(digest.digest(keys.getCertificate("server").getEncoded()));
    }

    @AfterAll
    void stop() throws Exception {
        customs.close();
    }

    @Test
    void every_promised_answer_is_given() throws Exception {
        succeed();
        refuse();
        for (Operation operation : contract.operations()) {
            assertThat(ask(platform.with(""), operation, NOWHERE).statusCode()).isEqualTo(401);
            assertThat(ask(platform.with("cgw_wrong"), operation, NOWHERE).statusCode())
                    .isEqualTo(401);
            assertThat(ask(platform.with(Platform.token("platform-old")), operation, NOWHERE)
                            .statusCode())
                    .as("expired")
                    .isEqualTo(401);
            assertThat(ask(platform.with(Platform.token("platform-tls")), operation, NOWHERE)
                            .statusCode())
                    .as("without the certificate")
                    .isEqualTo(403);
        }
        atTheSameTime();
        tooSlow();

        var missing = new TreeSet<>(contract.promised());
        missing.removeAll(contract.seen());
        assertThat(missing).as("promised and not seen").isEmpty();
    }

    private void succeed() throws Exception {
        HttpResponse<String> handedIn = platform.posts(Order.of("OK-1"), "Idempotency-Key", "\"one\"");
        assertThat(handedIn.statusCode()).as(handedIn.body()).isEqualTo(202);
        String id = Platform.json(handedIn).path("interchangeId").asText();
        assertThat(handedIn.headers().firstValue("location")).contains("/v1/interchanges/" + id);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Platform.json(platform.gets(Platform.INTERCHANGE, id))
                        .path("state")
                        .asText()
                        .equals("READ"));
        JsonNode items = Platform.json(platform.gets(Platform.ITEMS_OF, id)).path("items");
        assertThat(items).hasSize(1);
        assertThat(platform.gets(Platform.ITEM, items.path(0).path("itemId").asText())
                        .statusCode())
                .isEqualTo(200);
        assertThat(platform.does(Platform.ITEMS, "/v1/items?key=OK-1", BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(200);
        assertThat(platform.gets(Platform.STATUSES, "").statusCode()).isEqualTo(200);
        var address = BodyPublishers.ofString("{\"url\": \"https://platform.example/hooks?a=1\"}");
        assertThat(put(address, "application/json").statusCode()).isEqualTo(200);
        assertThat(platform.gets(Platform.WEBHOOK, "").body()).contains("https://platform.example/hooks?a=1");
        assertThat(platform.gets(Platform.NO_WEBHOOK, "").statusCode()).isEqualTo(204);
        // mutual TLS
        var known = Platform.client(certificate.store(), certificate.store(), Certificate.PASSWORD);
        var secure = new Platform(known, platform.port(), Platform.token("platform-tls"), contract);
        assertThat(secure.gets(Platform.STATUSES, "").statusCode()).isEqualTo(200);
    }

    private void refuse() throws Exception {
        assertThat(platform.posts("{\"orderNo\": ").statusCode()).isEqualTo(400);
        assertThat(platform.posts(Order.of("OK-2"), "Idempotency-Key", "k".repeat(201))
                        .statusCode())
                .isEqualTo(400);
        assertThat(platform.posts(Order.of("OK-2"), "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(415);
        assertThat(platform.posts(Order.of("OK-2"), "Content-Encoding", "gzip").statusCode())
                .isEqualTo(415);
        assertThat(platform.posts(Order.of("OK-2", "0")).statusCode()).isEqualTo(422);
        assertThat(platform.posts(Order.of("OK-2"), "Idempotency-Key", "one").statusCode())
                .as("key used for other bytes")
                .isEqualTo(422);
        // who reads nothing before all is written learns why, too
        var refused = platform.begins(Platform.HAND_IN, " ".repeat(12_000_000), "Content-Encoding", "gzip");
        assertThat(refused.end()).isEqualTo(415);
        var small = platform.with(Platform.token("platform-small"));
        assertThat(small.posts(" ".repeat(3000)).statusCode()).isEqualTo(413);
        for (int i = 0; i < 3; i++) {
            assertThat(small.posts(Order.of("OK-3")).statusCode()).isEqualTo(202);
        }
        assertThat(small.posts(Order.of("OK-3")).statusCode()).isEqualTo(429);
        for (String path : List.of("/v1/statuses?after=x", "/v1/statuses?after=999999999", "/v1/statuses?limit=0")) {
            assertThat(platform.does(Platform.STATUSES, path, BodyPublishers.noBody())
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(platform.gets(Platform.ITEMS, "").statusCode()).isEqualTo(400);
        for (String noUtf8 : List.of("/v1/items?key=%FF", "/v1/items?key=%C3%28")) {
            assertThat(platform.does(Platform.ITEMS, noUtf8, BodyPublishers.noBody())
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(platform.does(Platform.ITEMS_OF, "/v1/interchanges/X/items?after=-1", BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(400);
        for (Operation operation : List.of(Platform.INTERCHANGE, Platform.ITEMS_OF, Platform.ITEM, Platform.WEBHOOK)) {
            var notThere = platform.gets(operation, NOWHERE);
            assertThat(notThere.statusCode()).isEqualTo(404);
            assertThat(notThere.headers().map()).as("the connection stays").doesNotContainKey("connection");
        }
        assertThat(put(BodyPublishers.ofString("no"), "application/json").statusCode())
                .isEqualTo(400);
        assertThat(put(BodyPublishers.ofString("{}"), "text/plain").statusCode())
                .isEqualTo(415);
        assertThat(put(BodyPublishers.ofString(" ".repeat(10_000)), "application/json")
                        .statusCode())
                .isEqualTo(413);
        for (String url : List.of(
                "http://a.example/",
                "https://u:p@a.example/",
                "https:///x",
                "no",
                "https://10.0.0.1/x",
                "https://[::1]/")) {
            assertThat(put(BodyPublishers.ofString("{\"url\": \"" + url + "\"}"), "application/json")
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    /** A partner's place is taken; then all places are. */
    private void atTheSameTime() throws Exception {
        List<HeldRequest> held = new ArrayList<>();
        var one = platform.with(Platform.token("platform-one"));
        held.add(one.begins(Platform.HAND_IN, Order.of("HELD-1")));
        await().until(() -> ask(one, Platform.STATUSES, "").statusCode() == 429);
        for (Operation operation : contract.operations()) {
            assertThat(ask(one, operation, NOWHERE).statusCode()).isEqualTo(429);
        }
        held.add(platform.begins(Platform.HAND_IN, Order.of("HELD-2"), "Idempotency-Key", "held"));
        await().until(() ->
                platform.posts(Order.of("H-1"), "Idempotency-Key", "held").statusCode() == 409);
        var slow = platform.with(Platform.token("platform-slow"));
        for (int i = held.size(); i < REQUESTS; i++) {
            held.add(slow.begins(Platform.HAND_IN, Order.of("HELD-" + (i + 1))));
        }
        await().until(() -> ask(platform, Platform.STATUSES, "").statusCode() == 503);
        for (Operation operation : contract.operations()) {
            assertThat(ask(platform, operation, NOWHERE).statusCode()).isEqualTo(503);
        }
        for (HeldRequest each : held) {
            assertThat(each.end()).isEqualTo(202);
        }
    }

    private void tooSlow() throws Exception {
        var post = platform.begins(Platform.HAND_IN, Order.of("SLOW"));
        var put = platform.begins(Platform.SET_WEBHOOK, "{\"url\": \"https://a.example/\"}");
        assertThat(post.status()).isEqualTo(408);
        assertThat(put.status()).isEqualTo(408);
    }

    private HttpResponse<String> put(BodyPublisher body, String type) throws Exception {
        return platform.does(Platform.SET_WEBHOOK, "/v1/webhook", body, "Content-Type", type);
    }

    private HttpResponse<String> ask(Platform as, Operation operation, String id) throws Exception {
        return as.does(
                operation,
                operation.withId(id),
                operation.method().startsWith("P") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody(),
                "Content-Type",
                "application/json");
    }
}
