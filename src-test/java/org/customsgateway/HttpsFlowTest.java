package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customsgateway.HttpsSite.PATIENCE;
import static org.customsgateway.HttpsSite.fetched;
import static org.customsgateway.HttpsSite.id;
import static org.customsgateway.HttpsSite.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.customsgateway.connector.queue.Certificate;
import org.customsgateway.simulate.BackEnd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of orders over HTTPS: handed in, declared, released, and their statuses fetched. */
@Tag("wire")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpsFlowTest {

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
    void an_order_is_declared_once_and_its_statuses_are_fetched() throws Exception {
        var platform = site.platform("platform-one");

        String id = id(platform.posts(Order.of("ONE-1")));

        await().atMost(PATIENCE).until(() -> fetched(platform).contains("ONE-1 RELEASED"));
        assertThat(fetched(platform)).startsWith("ONE-1 RECEIVED").doesNotHaveDuplicates();
        assertThat(site.customs().seen(BackEnd.RISK, "ONE-1")).isEqualTo(1);
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
        var other = site.platform("platform-other");
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
    void in_a_batch_each_order_is_judged_by_itself() throws Exception {
        var platform = site.platform("platform-batch");
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
        var platform = site.platform("platform-lines");
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
    void the_same_document_comes_over_sftp_and_its_statuses_are_in_the_feed_too() throws Exception {
        try (Post post = new Post("platform-files")) {
            post.register(
                    site.customs().partners(),
                    "platform",
                    "platform-order-1",
                    "  https: { tokens: [" + Platform.line(Platform.token("platform-files")) + "] }\n");
            await().atMost(PATIENCE).ignoreExceptions().until(() -> {
                post.connect(site.customs().sftpPort());
                return true;
            });
            post.drop("order.json", Order.of("SFTP-1"));

            var platform = new Platform(
                    Platform.client(site.certificate().store(), null, Certificate.PASSWORD),
                    site.customs().httpsPort(),
                    Platform.token("platform-files"),
                    site.contract());
            await().atMost(PATIENCE).until(() -> fetched(platform).contains("SFTP-1 RELEASED"));
            await().atMost(PATIENCE).until(() -> String.join("", post.replies()).contains("RELEASED"));
        }
    }

    @Test
    void curl_hands_in_too() throws Exception {
        boolean there =
                new ProcessBuilder("sh", "-c", "command -v curl").start().waitFor() == 0;
        Needed.that(there, "curl");
        var platform = site.platform("platform-curl");
        Path body =
                Files.writeString(site.folder().resolve("curl.ndjson"), Order.line("CURL-1") + Order.line("CURL-2"));
        var curl = new ProcessBuilder(
                        "curl",
                        "-sS",
                        "--fail-with-body",
                        "--noproxy",
                        "*",
                        "--max-time",
                        "60",
                        "--cacert",
                        site.certificate().trusted().toString(),
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
