package org.customsgateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.customsgateway.ApiContract.Operation;
import org.customsgateway.connector.Token;
import org.customsgateway.connector.queue.Certificate;

/** A platform's program, on the JDK's HTTP client. Every answer that it gets is held to the contract. */
record Platform(HttpClient client, int port, String token, ApiContract contract) {

    static final Operation HAND_IN = new Operation("POST", "/v1/interchanges");
    static final Operation STATUSES = new Operation("GET", "/v1/statuses");
    static final Operation ITEM = new Operation("GET", "/v1/items/{itemId}");
    static final Operation ITEMS = new Operation("GET", "/v1/items");
    static final Operation INTERCHANGE = new Operation("GET", "/v1/interchanges/{interchangeId}");
    static final Operation ITEMS_OF = new Operation("GET", "/v1/interchanges/{interchangeId}/items");
    static final Operation WEBHOOK = new Operation("GET", "/v1/webhook");
    static final Operation SET_WEBHOOK = new Operation("PUT", "/v1/webhook");
    static final Operation NO_WEBHOOK = new Operation("DELETE", "/v1/webhook");

    /** The gateway's settings for a listener on a free port of this machine. */
    static Map<String, String> listener(Certificate certificate, Path folder) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), Certificate.PASSWORD);
        return Map.of(
                "gateway.https.port",
                "0",
                "gateway.https.host",
                "127.0.0.1",
                "gateway.https.store",
                certificate.store().toString(),
                "gateway.https.password",
                "file:" + password);
    }

    /** Made up for tests; the partner file has its hash. */
    static String token(String partner) {
        return "cgw_test-token-of-" + partner;
    }

    /** The line of a partner file. */
    static String line(String token, Instant from, Duration lasts) {
        return "\"" + Token.of(token, from, lasts) + "\"";
    }

    static String line(String token) {
        return line(token, Instant.parse("2026-01-01T00:00:00Z"), Duration.ofDays(36500));
    }

    /** @param own PKCS#12 with a client certificate, or null */
    static HttpClient client(Path server, Path own, String password) throws IOException, GeneralSecurityException {
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore certificates = KeyStore.getInstance(KeyStore.getDefaultType());
        certificates.load(null, null);
        certificates.setCertificateEntry(
                "server",
                KeyStore.getInstance(server.toFile(), password.toCharArray()).getCertificate("server"));
        trusted.init(certificates);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        if (own != null) {
            keys.init(KeyStore.getInstance(own.toFile(), password.toCharArray()), password.toCharArray());
        }
        var tls = SSLContext.getInstance("TLS");
        tls.init(own == null ? null : keys.getKeyManagers(), trusted.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    Platform with(String other) {
        return new Platform(client, port, other, contract);
    }

    /** @param headers name, value, name, value … */
    HttpRequest request(String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    HttpResponse<String> does(Operation operation, String path, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        var answer = client.send(request(operation.method(), path, body, headers), BodyHandlers.ofString());
        contract.check(operation, answer);
        return answer;
    }

    HttpResponse<String> gets(Operation operation, String id) throws IOException, InterruptedException {
        return does(operation, operation.withId(id), BodyPublishers.noBody());
    }

    HttpResponse<String> posts(String body, String... headers) throws IOException, InterruptedException {
        return posts(BodyPublishers.ofString(body), headers);
    }

    HttpResponse<String> posts(BodyPublisher body, String... headers) throws IOException, InterruptedException {
        boolean typed = List.of(headers).contains("Content-Type");
        String[] all = headers;
        if (!typed) {
            all = Arrays.copyOf(headers, headers.length + 2);
            all[headers.length] = "Content-Type";
            all[headers.length + 1] = "application/json";
        }
        return does(HAND_IN, HAND_IN.path(), body, all);
    }

    /** A request whose last byte is still to be sent. */
    HeldRequest begins(Operation operation, String body, String... headers) throws IOException {
        return HeldRequest.begin(this, operation, body, headers);
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JsonMapper.builder().build().readTree(answer.body());
    }
}
