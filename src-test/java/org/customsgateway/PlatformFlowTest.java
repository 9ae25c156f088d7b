package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.customsgateway.connector.queue.Certificate;
import org.customsgateway.connector.webhook.Receiver;
import org.customsgateway.console.Commands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Platforms that send orders to a queue and get statuses by webhook: the whole way, over a server that fails and a restart. */
@Tag("wire")
class PlatformFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> WHOLE_STORY = List.of("RECEIVED", "ACCEPTED", "RELEASED");

    @TempDir
    private Path folder;

    private Certificate certificate;
    private Customs customs;

    @BeforeEach
    void open() throws Exception {
        certificate = Certificate.in(folder.resolve("tls"));
        customs = new Customs(folder, """
                risk:
                  - answer: [ accepted, { say: release, after: 200ms } ]
                revenue:
                  - answer: [ accepted, { say: release, after: 200ms } ]
                """);
        customs.open();
    }

    @AfterEach
    void close() throws Exception {
        customs.close();
    }

    private void register(String id, int port, int batch) throws Exception {
        Path partners = customs.partners();
        Files.copy(certificate.trusted(), partners.resolve(id + ".pem"));
        Files.writeString(partners.resolve(id + ".password"), "sesame");
        Files.writeString(partners.resolve(id + ".secret"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        Files.writeString(partners.resolve(id + ".yaml"), """
                name: A platform
                kind: platform
                formats: [ platform-order-1 ]
                reply: { wire: webhook, batch: { wait: 100ms }, retry: { first: 100ms, max: 300ms, attempts: 1000 } }
                wires:
                  queue: { password: "file:%1$s.password" }
                  webhook:
                    url: "https://localhost:%2$d/"
                    batch: %3$d
                    keys: [ { id: a, secret: "file:%1$s.secret" } ]
                    allow: [ 127.0.0.1, "::1" ]
                    trust: %1$s.pem
                """.formatted(id, port, batch));
    }

    private void send(String id, String batch, List<String> numbers) throws Exception {
        var platform = new Carrier(id);
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            platform.connect(customs.brokerPort());
            return true;
        });
        try (platform) {
            platform.send(Order.batch(batch, numbers));
        }
    }

    private static List<String> numbers(String prefix) {
        return IntStream.rangeClosed(1, 10).mapToObj(n -> prefix + n).toList();
    }

    /** Statuses by order, in the order in which they came; what came twice counts once, as the guide says. */
    private static Map<String, List<String>> told(Receiver receiver) throws Exception {
        Map<String, List<String>> told = new LinkedHashMap<>();
        Set<String> known = new LinkedHashSet<>();
        for (var request : receiver.requests) {
            JsonNode body = JSON.readTree(request.body());
            for (JsonNode event : body.isArray() ? body : List.of(body)) {
                if (known.add(event.get("id").asText())) {
                    told.computeIfAbsent(event.get("subject").asText(), order -> new ArrayList<>())
                            .add(event.get("data").get("status").asText());
                }
            }
        }
        return told;
    }

    private static void awaitWholeStory(Receiver receiver, List<String> orders) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(told(receiver))
                        .containsOnlyKeys(orders)
                        .allSatisfy((order, statuses) -> assertThat(statuses).isEqualTo(WHOLE_STORY)));
    }

    private String said(String... command) {
        var said = new StringWriter();
        Commands.run(new Gateway(), new PrintWriter(said, true), new PrintWriter(said, true), command);
        return said.toString();
    }

    @Test
    void a_server_that_is_down_gets_everything_in_order_when_it_is_back_and_delays_no_other() throws Exception {
        var away = Receiver.secure(certificate, 0);
        int port = away.port();
        away.close();
        try (var other = Receiver.secure(certificate, 0)) {
            register("market", port, 1);
            register("bazaar", other.port(), 20);
            send("market", "B-1", numbers("M"));
            send("bazaar", "B-1", numbers("Z"));
            awaitWholeStory(other, numbers("Z"));
            assertThat(said("alarms", "--data", folder.resolve("data").toString()))
                    .contains("UNREACHABLE", "market/http");

            customs.close();
            customs.open();

            try (var back = Receiver.secure(certificate, port)) {
                awaitWholeStory(back, numbers("M"));
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(said(
                                        "alarms",
                                        "--data",
                                        folder.resolve("data").toString()))
                                .doesNotContain("UNREACHABLE"));
            }
        }
    }

    @Test
    void an_event_that_is_declined_is_set_aside_and_goes_out_when_a_person_lets_it() throws Exception {
        try (var receiver = Receiver.secure(certificate, 0)) {
            var declined = new AtomicInteger();
            receiver.answers = exchange -> {
                var last = receiver.requests.get(receiver.requests.size() - 1);
                var code = last.body().contains("\"D3\"") && last.body().contains("\"ACCEPTED\"") ? 422 : 204;
                declined.addAndGet(code == 422 ? 1 : 0);
                Receiver.answer(exchange, code);
            };
            register("market", receiver.port(), 1);
            send("market", "B-2", List.of("D1", "D2", "D3", "D4"));
            String data = folder.resolve("data").toString();
            await().atMost(PATIENCE).until(() -> said("parked", "--data", data).contains("422"));
            awaitWholeStory(receiver, List.of("D1", "D2", "D3", "D4"));
            assertThat(declined).hasValue(6);

            receiver.requests.clear();
            receiver.answers = exchange -> Receiver.answer(exchange, 204);
            String id = said("parked", "--data", data).strip().split("\\s+")[0];
            assertThat(said("resume", id, "--data", data)).contains("goes out");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(told(receiver)).isEqualTo(Map.of("D3", List.of("ACCEPTED"))));
            assertThat(said("parked", "--data", data)).doesNotContain(id);

            receiver.requests.clear();
            assertThat(said("resume", id, "--data", data)).contains("goes out");
            await().atMost(PATIENCE).until(() -> receiver.requests.size() == 1);
            assertThat(receiver.requests.get(0).id())
                    .as("a receiver must not take it for a repetition")
                    .isEqualTo(id + "-1");
        }
    }
}
