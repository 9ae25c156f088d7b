package org.customsgateway.connector.as2;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.awaitility.Awaitility;
import org.customsgateway.connector.Alarms;
import org.customsgateway.connector.Fingerprint;
import org.customsgateway.connector.Received;
import org.customsgateway.connector.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the listener shows over TLS, and what a partner must show. */
@Tag("wire")
class As2TlsTest {

    private static final Instant NOW = Clock.systemUTC().instant();
    private static final Duration LONG = Duration.ofDays(300);
    private static final OwnKey CUSTOMS = TestKeys.make("customs", NOW, LONG);
    private static final OwnKey SERVER = TestKeys.make("localhost", NOW, LONG);
    private static final OwnKey AGREED = TestKeys.make("post at its door", NOW, LONG);
    private static final OwnKey OTHER = TestKeys.make("somebody", NOW, LONG);

    @TempDir
    private Path folder;

    private Path store;
    private As2Host host;

    @BeforeEach
    void open() throws Exception {
        store = TestKeys.store(folder.resolve("tls.p12"), SERVER);
        TestKeys.store(folder.resolve("keys.p12"), CUSTOMS);
        var password = Optional.of(Secret.reference("env:P", folder, name -> TestKeys.PASSWORD));
        host = new As2Host(
                new As2Host.Settings(
                        "127.0.0.1",
                        0,
                        Optional.of(new As2Host.Tls(0, store, password)),
                        Optional.empty(),
                        folder.resolve("spool"),
                        100,
                        0,
                        64,
                        Duration.ofSeconds(30),
                        1024),
                new OwnKeys("keys.p12", folder, password),
                new Received(),
                new InMemoryLedger(Clock.systemUTC()),
                new Alarms(),
                () -> UUID.randomUUID().toString(),
                Clock.systemUTC());
        host.start();
        var post = new Agreement("POST", "CUSTOMS", AGREED);
        post.clientCertificates = List.of(Fingerprint.of(AGREED.certificate()));
        host.added(post.partner("post"));
        host.added(new Agreement("FREE", "CUSTOMS", OTHER).partner("free"));
    }

    @AfterEach
    void close() throws Exception {
        host.close();
    }

    private static SSLContext tls(Path folder, OwnKey own) throws Exception {
        var tls = SSLContext.getInstance("TLS");
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        if (own != null) {
            Path file = TestKeys.store(folder.resolve("own.p12"), own);
            keys.init(
                    KeyStore.getInstance(file.toFile(), TestKeys.PASSWORD.toCharArray()),
                    TestKeys.PASSWORD.toCharArray());
        }
        tls.init(own == null ? null : keys.getKeyManagers(), new TrustManager[] {new TrustsAll()}, null);
        return tls;
    }

    /** @return 403 for nobody, 400 for one whose message is looked at and is none */
    private int posts(String from, String address, OwnKey own) throws Exception {
        var client = HttpClient.newBuilder().sslContext(tls(folder, own)).build();
        var request = HttpRequest.newBuilder(URI.create(address + "/as2"))
                .headers("AS2-From", from, "AS2-To", "CUSTOMS", "Message-ID", "<m@post>", "Content-Type", "text/plain")
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofString("no message"))
                .build();
        return client.send(request, BodyHandlers.ofString()).statusCode();
    }

    private String secure() {
        return "https://127.0.0.1:" + host.securePort();
    }

    @Test
    void a_partner_with_an_agreed_client_certificate_must_show_it() throws Exception {
        assertThat(posts("POST", secure(), AGREED)).isEqualTo(400);
        assertThat(posts("POST", secure(), OTHER)).isEqualTo(403);
        assertThat(posts("POST", secure(), null)).isEqualTo(403);
        assertThat(posts("POST", "http://127.0.0.1:" + host.port(), AGREED)).isEqualTo(403);
    }

    @Test
    void one_without_may_show_what_it_likes() throws Exception {
        assertThat(posts("FREE", secure(), OTHER)).isEqualTo(400);
        assertThat(posts("FREE", secure(), null)).isEqualTo(400);
    }

    @Test
    void a_changed_certificate_is_taken_up_without_a_restart() throws Exception {
        assertThat(shown()).isEqualTo(SERVER.certificate());
        var next = TestKeys.make("localhost", NOW, LONG);
        TestKeys.store(store, next);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> shown().equals(next.certificate()));
    }

    private X509Certificate shown() throws Exception {
        try (var socket =
                (SSLSocket) tls(folder, null).getSocketFactory().createSocket("127.0.0.1", host.securePort())) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }
}
