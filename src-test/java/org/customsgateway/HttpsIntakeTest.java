package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customsgateway.HttpsSite.PATIENCE;
import static org.customsgateway.HttpsSite.fetched;
import static org.customsgateway.HttpsSite.id;
import static org.customsgateway.HttpsSite.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
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

/** What is handed in over HTTPS and not taken, or taken before. */
@Tag("wire")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpsIntakeTest {

    private HttpsSite site;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        site = HttpsSite.open(data);
    }

    @AfterAll
    void stop() throws Exception {
        site.close();
    }

    @Test
    void the_same_key_gets_the_same_answer_after_a_restart_too() throws Exception {
        var platform = site.platform("platform-again");
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

        site.customs().close();
        site.customs().open();
        var later = new Platform(platform.client(), site.customs().httpsPort(), platform.token(), site.contract());
        assertThat(id(later.posts(Order.of("AGAIN-1"), "Idempotency-Key", "\"k 1\"")))
                .isEqualTo(id);
        await().atMost(PATIENCE).until(() -> fetched(later).contains("AGAIN-1 RELEASED"));
        assertThat(site.customs().seen(BackEnd.RISK, "AGAIN-1")).isEqualTo(1);
        assertThat(site.customs().seen(BackEnd.RISK, "AGAIN-2")).isZero();
    }

    @Test
    void what_breaks_off_was_never_there() throws Exception {
        var platform = site.platform("platform-breaks");
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
        assertThat(site.interchanges("platform-breaks")).isEqualTo(1);
    }

    @Test
    void a_stream_that_grows_too_large_was_never_there_either() throws Exception {
        site.write("platform-large", Platform.line("cgw_large"), "limits: { interchange: 100KB }");
        var platform = site.platform("platform-large-neighbour").with("cgw_large");
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
        assertThat(site.interchanges("platform-large")).isZero();
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
                        "a member with a name like a path",
                        bytes(good.replace("\"currency\"", "\"a/b~c\": \"red\", \"currency\"")),
                        422,
                        "JSON-UNKNOWN",
                        "/a~1b~0c"),
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
        var platform = site.platform("platform-faults");

        HttpResponse<String> answer = platform.posts(BodyPublishers.ofByteArray(body));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode error = Platform.json(answer).path("errors").path(0);
        assertThat(error.path("rule").asText()).as(answer.body()).isEqualTo(rule);
        if (pointer != null) {
            assertThat(error.path("pointer").asText()).as(answer.body()).isEqualTo(pointer);
        }
        assertThat(site.interchanges("platform-faults")).isZero();
    }

    @Test
    void who_does_not_want_to_wait_is_told_later() throws Exception {
        var platform = site.platform("platform-async");

        HttpResponse<String> answer = platform.posts("{\"orderNo\": ", "Prefer", "wait=1, respond-async");

        assertThat(answer.headers().firstValue("Preference-Applied")).contains("respond-async");
        JsonNode interchange = read(platform, id(answer));
        assertThat(interchange.path("state").asText()).isEqualTo("REFUSED");
        assertThat(interchange.path("problems").path(0).path("rule").asText()).isEqualTo("JSON-SYNTAX");
    }

    /** RFC 9457, 3.1.2. */
    @Test
    void what_is_refused_before_it_is_looked_at_names_the_status_that_it_has() throws Exception {
        var platform = site.platform("platform-headers");
        var request = platform.request("GET", "/v1/statuses", BodyPublishers.noBody(), "X-Long", "x".repeat(20_000));
        HttpResponse<String> answer = platform.client().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(431);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Platform.json(answer).path("status").asInt()).isEqualTo(431);
    }

    @Test
    void a_token_is_changed_over_and_then_refused() throws Exception {
        var platform = site.platform("platform-turn", "cgw_old", "cgw_new");
        assertThat(platform.with("cgw_new").gets(Platform.STATUSES, "").statusCode())
                .isEqualTo(200);

        site.write(
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
}
