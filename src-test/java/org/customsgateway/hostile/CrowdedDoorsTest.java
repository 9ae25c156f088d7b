package org.customsgateway.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.customsgateway.connector.as2.TestKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A stranger opens connections and says nothing: it may have so many of them, and nobody else is kept out by it. */
@Tag("wire")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrowdedDoorsTest {

    private static final int EACH = 4;
    private static final String STRANGER = "127.0.0.2";
    private static final String OTHER = "127.0.0.3";
    private static final String AMQP = "AMQP\u0003\u0001\u0000\u0000";
    private static final String HTTP = "GET / HTTP/1.0\r\n\r\n";

    /** A handshake, whose answer is read then. */
    private static final String TLS = "TLS";

    private Site site;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        var keys = TestKeys.make("customs", Clock.systemUTC().instant(), Duration.ofDays(300));
        var each = String.valueOf(EACH);
        site = new Site(
                folder,
                Map.ofEntries(
                        Map.entry("gateway.sftp.logins", each),
                        Map.entry("gateway.broker.perAddress", each),
                        Map.entry("gateway.https.perAddress", each),
                        Map.entry("gateway.https.idle", "60"),
                        Map.entry("gateway.as2.perAddress", each),
                        Map.entry("gateway.as2.idle", "60"),
                        Map.entry("gateway.as2.host", "127.0.0.1"),
                        Map.entry("gateway.as2.port", "0"),
                        Map.entry(
                                "gateway.as2.store",
                                TestKeys.store(folder.resolve("as2.p12"), keys).toString()),
                        Map.entry(
                                "gateway.as2.password",
                                "file:" + Files.writeString(folder.resolve("as2.password"), TestKeys.PASSWORD))));
        site.start();
    }

    @AfterAll
    void stop() throws Exception {
        site.close();
    }

    @Test
    void sftp() throws Exception {
        crowd(site.sftpPort(), "");
    }

    @Test
    void https() throws Exception {
        crowd(site.httpsPort(), TLS);
    }

    @Test
    void as2() throws Exception {
        crowd(site.as2Port(), HTTP);
    }

    @Test
    void broker() throws Exception {
        crowd(site.brokerPort(), AMQP);
    }

    @Test
    void broker_with_tls() throws Exception {
        crowd(site.secureBrokerPort(), TLS);
    }

    private void crowd(int port, String hello) throws Exception {
        var silent = new ArrayList<Socket>();
        for (int i = 0; i < EACH; i++) {
            silent.add(site.kept(from(STRANGER, port)));
        }
        // several threads accept: one that came later may have been counted earlier, and a silent one be hung up on
        await().until(() -> {
            boolean answered = isAnswered(STRANGER, port, hello);
            if (answered) {
                silent.add(site.kept(from(STRANGER, port)));
            }
            return !answered;
        });
        assertThat(isAnswered(OTHER, port, hello)).isTrue();
        for (Socket each : silent) {
            each.close();
        }
        await().until(() -> isAnswered(STRANGER, port, hello));
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }

    private static Socket from(String address, int port) throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(30_000);
        return socket;
    }

    private boolean isAnswered(String address, int port, String hello) {
        try (Socket socket = from(address, port)) {
            if (hello.equals(TLS)) {
                ((SSLSocket) site.tls.getSocketFactory().createSocket(socket, "localhost", port, true))
                        .startHandshake();
                return true;
            }
            socket.getOutputStream().write(hello.getBytes(ISO_8859_1));
            return socket.getInputStream().read() >= 0;
        } catch (IOException hungUp) {
            return false;
        }
    }
}
