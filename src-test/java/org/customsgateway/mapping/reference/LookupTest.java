package org.customsgateway.mapping.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.customsgateway.HandClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("wire")
class LookupTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-15");

    private record Said(int code, String body) {}

    @TempDir
    private Path temporary;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicReference<Said> says = new AtomicReference<>(new Said(200, "{\"rate\": 1.25}"));
    private final HandClock clock = new HandClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final CountDownLatch done = new CountDownLatch(1);
    private HttpServer server;
    private ReferenceFolder folder;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            Said said = says.get();
            if (said.code() == 0) {
                await();
            }
            byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(Math.max(200, said.code()), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        folder = ReferenceFolder.in(temporary.resolve("reference"));
    }

    private void await() {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        done.countDown();
        server.stop(0);
    }

    private ReferenceSet rates(String more) throws IOException {
        String head = ReferenceFolder.HEAD.replace("# ", "");
        folder.write("rates.yaml", head + """
                lookup:
                  url: http://127.0.0.1:%d/rates/{authority}/{currency}?on={date}
                  keep: PT1H
                  stale: PT24H
                  failures: 2
                  pause: PT30S
                %s
                """.formatted(server.getAddress().getPort(), more.indent(2)));
        References references = References.open(folder.path(), null, clock);
        assertThat(references.faults()).isEmpty();
        return references.now().set("rates");
    }

    private void later(String duration) {
        clock.forward(Duration.parse(duration));
    }

    private static String rate(ReferenceSet rates) {
        return rates.find(DAY, "EU", "USD").map(row -> row.text("rate")).orElse("none");
    }

    @Test
    void asks_once_and_keeps_the_answer_for_its_time() throws IOException {
        ReferenceSet rates = rates("");
        assertThat(rate(rates)).isEqualTo("1.25");
        says.set(new Said(200, "{\"rate\": \"1.5\", \"note\": null, \"other\": [1]}"));
        later("PT59M");
        assertThat(rate(rates)).isEqualTo("1.25");
        assertThat(asked).containsExactly("/rates/EU/USD?on=2026-11-15");
        later("PT1M");
        assertThat(rate(rates)).isEqualTo("1.5");
        says.set(new Said(404, ""));
        later("PT1H");
        assertThat(rate(rates)).isEqualTo("none");
        assertThat(rate(rates)).isEqualTo("none");
        assertThat(asked).hasSize(3);
    }

    @Test
    void an_old_answer_counts_for_a_while_and_the_service_is_left_alone() throws IOException {
        ReferenceSet rates = rates("");
        rate(rates);
        says.set(new Said(500, ""));
        later("PT1H");
        assertThat(rate(rates)).isEqualTo("1.25");
        assertThat(rate(rates)).isEqualTo("1.25");
        assertThat(rate(rates)).isEqualTo("1.25");
        assertThat(asked).hasSize(3);
        later("PT30S");
        assertThat(rate(rates)).isEqualTo("1.25");
        assertThat(asked).hasSize(4);
        later("PT24H");
        assertThatThrownBy(() -> rate(rates))
                .isInstanceOf(MissingReference.class)
                .hasMessageContaining("it answers 500");
        says.set(new Said(200, "{\"rate\": 2}"));
        later("PT30S");
        assertThat(rate(rates)).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"rate\": \"much\"} | the answer's rate is not number",
                "200 | {} | the answer's rate is not number",
                "200 | [1] | the answer is no JSON object",
                "200 | {\"rate\": 1, \"validTo\": \"soon\"} | the answer's validTo is no day",
                "302 | '' | it answers 302"
            })
    void an_answer_that_makes_no_row_is_none(int code, String body, String text) throws IOException {
        ReferenceSet rates = rates("");
        says.set(new Said(code, body == null ? "" : body));
        assertThatThrownBy(() -> rate(rates))
                .isInstanceOf(MissingReference.class)
                .hasMessageContaining(text);
    }

    @Test
    void an_endless_answer_is_cut_off() throws IOException {
        ReferenceSet rates = rates("");
        says.set(new Said(200, "{\"rate\": 1, \"note\": \"" + "x".repeat(1 << 20) + "\"}"));
        assertThatThrownBy(() -> rate(rates)).hasMessageContaining("longer than");
    }

    @Test
    void who_does_not_answer_in_time_is_not_waited_for() throws IOException {
        says.set(new Said(0, ""));
        assertThatThrownBy(() -> rate(rates("timeout: PT0.2S"))).isInstanceOf(MissingReference.class);
    }

    @Test
    void the_rows_of_a_file_count_where_nobody_answers() throws IOException {
        folder.rates("EU,USD,1.1,,,");
        says.set(new Said(503, ""));
        ReferenceSet rates = rates("");
        assertThat(rate(rates)).isEqualTo("1.1");
        assertThat(rates.find(DAY, "EU", "JPY")).isEmpty();
    }

    @Test
    void an_entry_with_faults_is_not_taken() throws IOException {
        folder.write("rates.yaml", ReferenceFolder.HEAD.replace("# ", "") + """
                lookup:
                  url: http://rates.example/{authority}
                  timeout: PT5M
                  keep: long
                  failures: 0
                  retries: 3
                """);
        assertThat(folder.open().faults())
                .extracting(ReferenceFault::toString)
                .containsExactlyInAnyOrder(
                        "mappings/reference/rates.yaml:9: lookup.url does not have {currency}, a part of the key",
                        "mappings/reference/rates.yaml:9: lookup.url is no https address, nor one of this machine",
                        "mappings/reference/rates.yaml:10: lookup.timeout is at most PT30S: traffic waits for it",
                        "mappings/reference/rates.yaml:11: lookup.keep is a duration such as PT2S or PT24H, not 'long'",
                        "mappings/reference/rates.yaml:12: lookup.failures is a whole number from 1 on, not '0'",
                        "mappings/reference/rates.yaml:13: lookup.retries is not a key of this file");
    }
}
