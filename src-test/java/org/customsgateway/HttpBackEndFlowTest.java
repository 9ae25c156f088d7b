package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.customsgateway.simulate.BackEnd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Risk is asked over HTTP, revenue reads its queue. */
@Tag("wire")
class HttpBackEndFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String RELEASE = """
            <MetaData xmlns="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2">\
            <WCODataModelVersionCode>3.6</WCODataModelVersionCode><WCOTypeName>RES</WCOTypeName>\
            <Response xmlns="urn:wco:datamodel:WCO:RES-DMS:2"><FunctionCode>08</FunctionCode>\
            <FunctionalReferenceID>r-%s</FunctionalReferenceID></Response></MetaData>""";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(200);
    private HttpServer risk;
    private Customs customs;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        risk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        risk.setExecutor(Executors.newCachedThreadPool());
        risk.createContext("/declarations", this::answer);
        risk.start();
        Path backEnds = Files.createDirectories(folder.resolve("back-ends"));
        Files.writeString(backEnds.resolve("token"), "sesame");
        Files.writeString(backEnds.resolve("revenue.yaml"), "kind: revenue\n");
        Files.writeString(
                backEnds.resolve("risk.yaml"), """
                kind: risk
                http: { url: "http://127.0.0.1:%d/declarations", plain: true, token: "file:token" }
                """.formatted(risk.getAddress().getPort()));
        customs = new Customs(
                folder, "revenue: [{answer: [release]}]\n", Map.of("gateway.backends", backEnds.toString()));
        customs.open();
    }

    @AfterEach
    void close() throws Exception {
        customs.close();
        risk.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String document = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            String id = headers.getFirst("Gateway-declarationId");
            assertThat(document).contains("<ID>" + id + "</ID>");
            asked.add(headers.getFirst("Authorization") + " " + headers.getFirst("Gateway-itemKey"));
            byte[] body = status.get() == 200 ? RELEASE.formatted(id).getBytes(StandardCharsets.UTF_8) : new byte[0];
            exchange.sendResponseHeaders(status.get(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    void what_it_answers_is_its_decision_and_while_it_is_away_its_declarations_wait() throws Exception {
        try (Post post = new Post("post-http")) {
            post.register(customs.partners(), "");
            await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> post.connect(customs.sftpPort()));
            post.drop("one.xml", Itmatt.with("AA000000001XX"));
            awaitReply(post, "AA000000001XX");
            assertThat(asked).containsExactly("Bearer sesame AA000000001XX");

            status.set(503);
            post.drop("two.xml", Itmatt.with("AA000000002XX"));
            await().atMost(PATIENCE).until(() -> asked.size() > 2);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(customs.seen(BackEnd.REVENUE, "AA000000002XX"))
                            .as("the other one does not wait for it")
                            .isEqualTo(1));
            status.set(200);
            awaitReply(post, "AA000000002XX");
        }
    }

    @Test
    void what_it_does_not_take_holds_up_nothing() throws Exception {
        try (Post post = new Post("post-declined")) {
            post.register(customs.partners(), "");
            await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> post.connect(customs.sftpPort()));
            status.set(422);
            post.drop("one.xml", Itmatt.with("AA000000003XX"));
            await().atMost(PATIENCE).until(() -> asked.size() == 1);
            status.set(200);
            post.drop("two.xml", Itmatt.with("AA000000004XX"));
            awaitReply(post, "AA000000004XX");
            assertThat(asked).as("once each").hasSize(2);
        }
    }

    private static void awaitReply(Post post, String item) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(String.join("", post.replies())).containsPattern(item + "(?s).*?<Code>REL</Code>"));
    }
}
