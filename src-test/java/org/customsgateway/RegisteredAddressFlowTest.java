package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.customsgateway.connector.queue.Certificate;
import org.customsgateway.connector.webhook.Receiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform that hands in over HTTPS, and says there where it wants its statuses posted to. */
@Tag("wire")
class RegisteredAddressFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Certificate certificate;
    private Customs customs;
    private Platform platform;

    @BeforeEach
    void open() throws Exception {
        certificate = Certificate.in(folder.resolve("tls"));
        customs = new Customs(
                folder,
                "risk: [{answer: [accepted, release]}]\nrevenue: [{answer: [release]}]\n",
                Platform.listener(certificate, folder));
        customs.open();
        Path partners = customs.partners();
        Files.copy(certificate.trusted(), partners.resolve("market.pem"));
        Files.writeString(partners.resolve("market.secret"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        Files.writeString(partners.resolve("market.yaml"), """
                name: A platform
                kind: platform
                formats: [ platform-order-1 ]
                reply: { wire: webhook, batch: { wait: 100ms }, retry: { first: 100ms, max: 300ms, attempts: 1000 } }
                wires:
                  https: { tokens: [ %s ] }
                  webhook:
                    keys: [ { id: a, secret: "file:market.secret" } ]
                    allow: [ 127.0.0.1, "::1" ]
                    trust: market.pem
                """.formatted(Platform.line(Platform.token("market"))));
        platform = new Platform(
                Platform.client(certificate.store(), null, Certificate.PASSWORD),
                customs.httpsPort(),
                Platform.token("market"),
                ApiContract.read());
        await().atMost(PATIENCE)
                .until(() -> platform.gets(Platform.STATUSES, "").statusCode() == 200);
    }

    @AfterEach
    void close() throws Exception {
        customs.close();
    }

    @Test
    void statuses_wait_for_an_address_and_go_to_one_that_was_gone_when_it_is_registered_again() throws Exception {
        assertThat(platform.posts(Order.of("R-1")).statusCode()).isEqualTo(202);
        try (var receiver = Receiver.secure(certificate, 0)) {
            receiver.answers = exchange -> Receiver.answer(exchange, 410);
            register(receiver);
            await().atMost(PATIENCE).until(() -> !receiver.requests.isEmpty());

            receiver.answers = exchange -> Receiver.answer(exchange, 204);
            int refused = receiver.requests.size();
            register(receiver);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(receiver.requests.stream().skip(refused))
                            .anySatisfy(request -> assertThat(request.body()).contains("R-1", "RELEASED")));
        }
    }

    @Test
    void an_address_is_judged_by_what_was_agreed_when_it_is_registered() throws Exception {
        for (String agreed :
                List.of("https://127.0.0.1/x", "https://[::1]/", "https://hook.example/", "https://8.8.8.8/")) {
            assertThat(registered(agreed).statusCode()).as(agreed).isEqualTo(200);
        }
        for (String inside : List.of(
                "https://127.0.0.2/", "https://10.1.2.3/x", "https://[fd00::1]/", "https://[::ffff:10.0.0.1]/")) {
            var answer = registered(inside);
            assertThat(answer.statusCode()).as(inside).isEqualTo(422);
            assertThat(answer.body()).contains("not on the public internet");
        }
        assertThat(registered("http://hook.example/").statusCode()).isEqualTo(422);
        assertThat(platform.gets(Platform.WEBHOOK, "").body()).contains("https://8.8.8.8/");
    }

    private void register(Receiver receiver) throws Exception {
        assertThat(registered("https://localhost:%d/".formatted(receiver.port()))
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> registered(String url) throws Exception {
        var body = BodyPublishers.ofString("{\"url\": \"" + url + "\"}");
        return platform.does(Platform.SET_WEBHOOK, "/v1/webhook", body, "Content-Type", "application/json");
    }
}
