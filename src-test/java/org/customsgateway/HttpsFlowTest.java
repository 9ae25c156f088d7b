package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.customsgateway.connector.queue.Certificate;
import org.customsgateway.journal.Database;
import org.customsgateway.journal.Journal;
import org.customsgateway.simulate.BackEnd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole way of orders over HTTPS: handed in, declared, released, and their statuses fetched. */
@Tag("wire")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpsFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Path folder;
    private Certificate certificate;
    private Customs customs;
    private ApiContract contract;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        folder = data;
        certificate = Certificate.in(folder.resolve("tls"));
        customs = new Customs(
                folder,
                "risk: [{answer: [accepted, release]}]\nrevenue: [{answer: [release]}]\n",
                Platform.listener(certificate, folder));
        contract = ApiContract.read();
        customs.open();
    }

    @AfterAll
    void stop() throws Exception {
        customs.close();
    }

    /** A partner of its own for each test; returns when the gateway knows it. */
    private Platform platform(String id, String... tokens) throws Exception {
        String lines = Stream.of(tokens.length == 0 ? new String[] {Platform.token(id)} : tokens)
                .map(Platform::line)
                .collect(Collectors.joining(", "));
        write(id, lines);
        var platform = new Platform(
                Platform.client(certificate.store(), null, Certificate.PASSWORD),
                customs.httpsPort(),
                tokens.length == 0 ? Platform.token(id) : tokens[0],
                contract);
        await().atMost(PATIENCE)
                .until(() -> platform.gets(Platform.STATUSES, "").statusCode() == 200);
        return platform;
    }

    private void write(String id, String tokens) throws IOException {
        write(id, tokens, "");
    }

    private void write(String id, String tokens, String more) throws IOException {
        Path written = Files.writeString(folder.resolve(id + ".new"), """
                name: %s
                kind: platform
                formats: [platform-order-1]
                wires: { https: { tokens: [%s] } }
                %s
                """.formatted(id, tokens, more));
        Files.move(
                written,
                customs.partners().resolve(id + ".yaml"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }

    private static String id(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return Platform.json(answer).path("interchangeId").asText();
    }

    /** All statuses by the cursor, two a page, as {@code key STATUS}. */
    private static List<String> fetched(Platform platform) throws Exception {
        List<String> all = new ArrayList<>();
        String after = "0";
        boolean more = true;
        while (more) {
            JsonNode page = Platform.json(
                    platform.does(Platform.STATUSES, "/v1/statuses?limit=2&after=" + after, BodyPublishers.noBody()));
            page.path("statuses")
                    .forEach(one -> all.add(
                            one.path("key").asText() + " " + one.path("status").asText()));
            after = page.path("next").asText();
            more = page.path("more").asBoolean();
        }
        return all;
    }

    private static JsonNode read(Platform platform, String interchange) {
        return await().atMost(PATIENCE)
                .until(
                        () -> Platform.json(platform.gets(Platform.INTERCHANGE, interchange)),
                        found -> !List.of("RECEIVED", "READING")
                                .contains(found.path("state").asText()));
    }

    @Test
    void an_order_is_declared_once_and_its_statuses_are_fetched() throws Exception {
        var platform = platform("platform-one");

        String id = id(platform.posts(Order.of("ONE-1")));

        await().atMost(PATIENCE).until(() -> fetched(platform).contains("ONE-1 RELEASED"));
        assertThat(fetched(platform)).startsWith("ONE-1 RECEIVED").doesNotHaveDuplicates();
        assertThat(customs.seen(BackEnd.RISK, "ONE-1")).isEqualTo(1);
        JsonNode item = Platform.json(platform.does(Platform.ITEMS, "/v1/items?key=ONE-1", BodyPublishers.noBody()))
                .path("items")
                .path(0);
        assertThat(item.path("interchangeId").asText()).isEqualTo(id);
        assertThat(item.path("facts").path("orderNo").asText()).isEqualTo("ONE-1");
        JsonNode history =
                Platform.json(platform.gets(Platform.ITEM, item.path("itemId").asText()));
        assertThat(history.path("status").asText()).isEqualTo("RELEASED");
        assertThat(history.path("statuses").path(0).path("status").asText()).isEqualTo("RECEIVED");
        // nobody else sees it
        var other = platform("platform-other");
        assertThat(other.gets(Platform.ITEM, item.path("itemId").asText()).statusCode())
                .isEqualTo(404);
        assertThat(other.gets(Platform.INTERCHANGE, id).statusCode()).isEqualTo(404);
        assertThat(other.gets(Platform.ITEMS_OF, id).statusCode()).isEqualTo(404);
        assertThat(Platform.json(other.does(Platform.ITEMS, "/v1/items?key=ONE-1", BodyPublishers.noBody()))
                        .path("items"))
                .isEmpty();
        assertThat(fetched(other)).isEmpty();
    }

    @Test
    void the_same_key_gets_the_same_answer_after_a_restart_too() throws Exception {
        var platform = platform("platform-again");
        String id = id(platform.posts(Order.of("AGAIN-1"), "Idempotency-Key", "\"k 1\""));
        assertThat(id(platform.posts(Order.of("AGAIN-1"), "Idempotency-Key", "\"k 1\"")))
                .isEqualTo(id);
        assertThat(platform.posts(Order.of("AGAIN-2"), "Idempotency-Key", "\"k 1\"")
                        .body())
                .contains("key-reused")
                .contains(id);
        // what was refused has not used up its key
        assertThat(platform.posts(Order.of("AGAIN-3", "no"), "Idempotency-Key", "k3")
                        .statusCode())
                .isEqualTo(422);
        id(platform.posts(Order.of("AGAIN-3"), "Idempotency-Key", "k3"));
        // the same bytes without a key are known as well
        JsonNode copy = read(platform, id(platform.posts(Order.of("AGAIN-1"))));
        assertThat(copy.path("state").asText()).isEqualTo("DUPLICATE");
        assertThat(copy.path("duplicateOf").asText()).isEqualTo(id);

        customs.close();
        customs.open();
        var later = new Platform(platform.client(), customs.httpsPort(), platform.token(), contract);
        assertThat(id(later.posts(Order.of("AGAIN-1"), "Idempotency-Key", "\"k 1\"")))
                .isEqualTo(id);
        await().atMost(PATIENCE).until(() -> fetched(later).contains("AGAIN-1 RELEASED"));
        assertThat(customs.seen(BackEnd.RISK, "AGAIN-1")).isEqualTo(1);
        assertThat(customs.seen(BackEnd.RISK, "AGAIN-2")).isZero();
    }

    @Test
    void in_a_batch_each_order_is_judged_by_itself() throws Exception {
        var platform = platform("platform-batch");
        String batch = "{\"batchId\": \"B-1\", \"orders\": ["
                + String.join(",", Order.of("B-1"), Order.of("B-2").replace("090210", "tea"), Order.of("B-3")) + "]}";

        JsonNode interchange = read(platform, id(platform.posts(batch)));

        assertThat(interchange.path("items").asInt()).isEqualTo(3);
        assertThat(interchange.path("reference").asText()).isEqualTo("B-1");
        await().atMost(PATIENCE)
                .until(() -> fetched(platform).containsAll(List.of("B-1 RELEASED", "B-2 REJECTED", "B-3 RELEASED")));
        JsonNode page = Platform.json(platform.gets(Platform.STATUSES, ""));
        JsonNode rejected = null;
        for (JsonNode one : page.path("statuses")) {
            rejected = one.path("key").asText().equals("B-2") ? one : rejected;
        }
        assertThat(rejected.path("problems").path(0).path("pointer").asText()).isEqualTo("/lines/0/hsCode");
        assertThat(rejected.path("problems").path(0).path("path").asText()).isEqualTo("order[2]/lines[1]/hsCode");
    }

    @Test
    void lines_are_streamed_and_a_broken_one_costs_itself_alone() throws Exception {
        var platform = platform("platform-lines");
        String lines = IntStream.rangeClosed(1, 300)
                .mapToObj(n -> n == 7 ? "{\"orderNo\": \"L-7\", \"currency\": \"EUR\" \"x\"}\n" : Order.line("L-" + n))
                .collect(Collectors.joining());
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);

        // of unknown length, as a program sends it that makes it on the way
        HttpResponse<String> answer = platform.posts(
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)),
                "Content-Type",
                "application/x-ndjson; charset=UTF-8");

        String id = id(answer);
        JsonNode interchange = read(platform, id);
        assertThat(interchange.path("items").asInt()).isEqualTo(300);
        assertThat(interchange.path("size").asLong()).isEqualTo(bytes.length);
        JsonNode seventh = Platform.json(platform.does(
                        Platform.ITEMS_OF,
                        "/v1/interchanges/" + id + "/items?after=6&limit=1",
                        BodyPublishers.noBody()))
                .path("items")
                .path(0);
        assertThat(seventh.path("status").asText()).isEqualTo("REJECTED");
        JsonNode problem = Platform.json(
                        platform.gets(Platform.ITEM, seventh.path("itemId").asText()))
                .path("statuses")
                .path(0)
                .path("problems")
                .path(0);
        assertThat(problem.path("rule").asText()).isEqualTo("JSON-SYNTAX");
        assertThat(problem.path("line").asInt()).isEqualTo(7);
    }

    @Test
    void what_breaks_off_was_never_there() throws Exception {
        var platform = platform("platform-breaks");
        try (var socket = platform.begins(Platform.HAND_IN, Order.of("BREAK-1"), "Idempotency-Key", "b")
                .socket()) {
            socket.setSoLinger(true, 0);
        }
        // the first may still be in hand
        String id = await().atMost(PATIENCE)
                .until(
                        () -> platform.posts(Order.of("BREAK-1"), "Idempotency-Key", "b"),
                        answer -> answer.statusCode() != 409)
                .body();
        assertThat(id).contains("interchangeId");
        assertThat(interchanges("platform-breaks")).isEqualTo(1);
    }

    @Test
    void a_stream_that_grows_too_large_was_never_there_either() throws Exception {
        write("platform-large", Platform.line("cgw_large"), "limits: { interchange: 100KB }");
        var platform = platform("platform-large-neighbour").with("cgw_large");
        byte[] bytes = Order.line("LARGE").repeat(200).getBytes(StandardCharsets.UTF_8);
        assertThat(bytes.length).isGreaterThan(150_000);
        // of unknown length: only while it comes it shows that there is too much of it
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> platform.posts(
                                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)),
                                        "Content-Type",
                                        "application/x-ndjson",
                                        "Prefer",
                                        "respond-async")
                                .statusCode()
                        == 413);
        assertThat(interchanges("platform-large")).isZero();
    }

    private int interchanges(String partner) {
        try (var journal = Journal.open(Database.embedded(folder.resolve("data/journal.db")))) {
            return journal.read(tx -> tx.rows("SELECT id FROM interchange WHERE partner = ?", row -> partner, partner))
                    .size();
        }
    }

    static Stream<Arguments> faults() {
        String good = Order.of("FAULT");
        return Stream.of(
                Arguments.of("cut off", bytes(good.substring(0, 200)), 400, "JSON-SYNTAX", ""),
                Arguments.of("no JSON", bytes("{orderNo: 1}"), 400, "JSON-SYNTAX", ""),
                Arguments.of("nothing", bytes("   "), 422, "FORMAT-UNKNOWN", ""),
                Arguments.of("more after it", bytes(good + " x"), 400, "JSON-SYNTAX", ""),
                Arguments.of(
                        "a name twice",
                        bytes(good.replace("\"currency\"", "\"orderNo\": \"X\", \"currency\"")),
                        422,
                        "JSON-DUPLICATE",
                        "/orderNo"),
                Arguments.of(
                        "a number where text belongs",
                        bytes(good.replace("\"25.00\", \"freight\"", "25.00, \"freight\"")),
                        422,
                        "JSON-TYPE",
                        "/goodsValue"),
                Arguments.of(
                        "text that is no number",
                        bytes(good.replace("\"4.90\"", "\"4,90\"")),
                        422,
                        "JSON-PATTERN",
                        "/freight"),
                Arguments.of(
                        "deep nesting",
                        bytes(good.replace("\"FAULT\"", "[".repeat(2000) + "]".repeat(2000))),
                        400,
                        "JSON-LIMIT",
                        null),
                Arguments.of(
                        "nesting",
                        bytes(good.replace("\"FAULT\"", "[".repeat(100) + "]".repeat(100))),
                        422,
                        "JSON-LIMIT",
                        null),
                Arguments.of(
                        "a long text", bytes(good.replace("FAULT", "F".repeat(5000))), 422, "JSON-LENGTH", "/orderNo"),
                Arguments.of("bad UTF-8", latin(good), 422, "JSON-ENCODING", null),
                Arguments.of("UTF-16", good.getBytes(StandardCharsets.UTF_16), 400, "JSON-ENCODING", ""),
                Arguments.of(
                        "a member too many",
                        bytes(good.replace("\"currency\"", "\"colour\": \"red\", \"currency\"")),
                        422,
                        "JSON-UNKNOWN",
                        "/colour"),
                Arguments.of(
                        "a member too few",
                        bytes(good.replace("\"currency\": \"EUR\",", "")),
                        422,
                        "JSON-REQUIRED",
                        "/currency"),
                Arguments.of(
                        "a rule beyond the schema",
                        bytes(Order.of("FAULT", "0.00")),
                        422,
                        "PLATFORM-AMOUNT",
                        "/goodsValue"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void a_fault_is_told_at_once_and_nothing_of_it_is_kept(
            String what, byte[] body, int status, String rule, String pointer) throws Exception {
        var platform = platform("platform-faults");

        HttpResponse<String> answer = platform.posts(BodyPublishers.ofByteArray(body));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode error = Platform.json(answer).path("errors").path(0);
        assertThat(error.path("rule").asText()).as(answer.body()).isEqualTo(rule);
        if (pointer != null) {
            assertThat(error.path("pointer").asText()).as(answer.body()).isEqualTo(pointer);
        }
        assertThat(interchanges("platform-faults")).isZero();
    }

    @Test
    void who_does_not_want_to_wait_is_told_later() throws Exception {
        var platform = platform("platform-async");

        HttpResponse<String> answer = platform.posts("{\"orderNo\": ", "Prefer", "wait=1, respond-async");

        assertThat(answer.headers().firstValue("Preference-Applied")).contains("respond-async");
        JsonNode interchange = read(platform, id(answer));
        assertThat(interchange.path("state").asText()).isEqualTo("REFUSED");
        assertThat(interchange.path("problems").path(0).path("rule").asText()).isEqualTo("JSON-SYNTAX");
    }

    @Test
    void a_token_is_changed_over_and_then_refused() throws Exception {
        var platform = platform("platform-turn", "cgw_old", "cgw_new");
        assertThat(platform.with("cgw_new").gets(Platform.STATUSES, "").statusCode())
                .isEqualTo(200);

        write(
                "platform-turn",
                Platform.line("cgw_new") + ", "
                        + Platform.line("cgw_later", Instant.parse("2999-01-01T00:00:00Z"), Duration.ofDays(1)));

        await().atMost(PATIENCE)
                .until(() -> platform.gets(Platform.STATUSES, "").statusCode() == 401);
        assertThat(platform.with("cgw_new").gets(Platform.STATUSES, "").statusCode())
                .isEqualTo(200);
        assertThat(platform.with("cgw_later").gets(Platform.STATUSES, "").statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_same_document_comes_over_sftp_and_its_statuses_are_in_the_feed_too() throws Exception {
        try (Post post = new Post("platform-files")) {
            post.register(
                    customs.partners(),
                    "platform",
                    "platform-order-1",
                    "  https: { tokens: [" + Platform.line(Platform.token("platform-files")) + "] }\n");
            await().atMost(PATIENCE).ignoreExceptions().until(() -> {
                post.connect(customs.sftpPort());
                return true;
            });
            post.drop("order.json", Order.of("SFTP-1"));

            var platform = new Platform(
                    Platform.client(certificate.store(), null, Certificate.PASSWORD),
                    customs.httpsPort(),
                    Platform.token("platform-files"),
                    contract);
            await().atMost(PATIENCE).until(() -> fetched(platform).contains("SFTP-1 RELEASED"));
            await().atMost(PATIENCE).until(() -> String.join("", post.replies()).contains("RELEASED"));
        }
    }

    @Test
    void curl_hands_in_too() throws Exception {
        boolean there =
                new ProcessBuilder("sh", "-c", "command -v curl").start().waitFor() == 0;
        Needed.that(there, "curl");
        var platform = platform("platform-curl");
        Path body = Files.writeString(folder.resolve("curl.ndjson"), Order.line("CURL-1") + Order.line("CURL-2"));
        var curl = new ProcessBuilder(
                        "curl",
                        "-sS",
                        "--fail-with-body",
                        "--noproxy",
                        "*",
                        "--max-time",
                        "60",
                        "--cacert",
                        certificate.trusted().toString(),
                        "-H",
                        "Authorization: Bearer " + platform.token(),
                        "-H",
                        "Content-Type: application/x-ndjson",
                        "-H",
                        "Transfer-Encoding: chunked",
                        "-H",
                        "Expect: 100-continue",
                        "-H",
                        "Idempotency-Key: \"curl\"",
                        "--data-binary",
                        "@" + body,
                        "https://localhost:" + platform.port() + "/v1/interchanges")
                .redirectErrorStream(true)
                .start();
        String said = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(curl.waitFor()).as(said).isZero();
        String id = JsonMapper.builder()
                .build()
                .readTree(said)
                .path("interchangeId")
                .asText();
        assertThat(read(platform, id).path("items").asInt()).isEqualTo(2);
    }
}
