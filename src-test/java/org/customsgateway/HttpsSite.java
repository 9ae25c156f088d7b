package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customsgateway.connector.queue.Certificate;
import org.customsgateway.journal.Database;
import org.customsgateway.journal.Journal;

/** A gateway with a listener for HTTPS and both back-ends behind it, for whose partners a file is written when a test wants one. */
record HttpsSite(Path folder, Certificate certificate, Customs customs, ApiContract contract) implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    static HttpsSite open(Path folder) throws Exception {
        var certificate = Certificate.in(folder.resolve("tls"));
        var customs = new Customs(
                folder,
                "risk: [{answer: [accepted, release]}]\nrevenue: [{answer: [release]}]\n",
                Platform.listener(certificate, folder));
        var site = new HttpsSite(folder, certificate, customs, ApiContract.read());
        customs.open();
        return site;
    }

    @Override
    public void close() throws Exception {
        customs.close();
    }

    /** A partner of its own for each test; returns when the gateway knows it. */
    Platform platform(String id, String... tokens) throws Exception {
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

    void write(String id, String tokens) throws IOException {
        write(id, tokens, "");
    }

    void write(String id, String tokens, String more) throws IOException {
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

    static String id(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return Platform.json(answer).path("interchangeId").asText();
    }

    /** All statuses by the cursor, two a page, as {@code key STATUS}. */
    static List<String> fetched(Platform platform) throws Exception {
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

    static JsonNode read(Platform platform, String interchange) {
        return await().atMost(PATIENCE)
                .until(
                        () -> Platform.json(platform.gets(Platform.INTERCHANGE, interchange)),
                        found -> !List.of("RECEIVED", "READING")
                                .contains(found.path("state").asText()));
    }

    int interchanges(String partner) {
        try (var journal = Journal.open(Database.embedded(folder.resolve("data/journal.db")))) {
            return journal.read(tx -> tx.rows("SELECT id FROM interchange WHERE partner = ?", row -> partner, partner))
                    .size();
        }
    }
}
