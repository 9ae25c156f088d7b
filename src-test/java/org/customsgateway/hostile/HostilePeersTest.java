package org.customsgateway.hostile;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.customsgateway.hostile.Sending.drain;
import static org.customsgateway.hostile.Sending.good;
import static org.customsgateway.hostile.Sending.put;
import static org.customsgateway.hostile.Sending.send;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.compression.BuiltinCompressions;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One gateway, twenty partners, and all that a hostile or broken one of them may do. At the end the gateway is as it was. */
@Tag("wire")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostilePeersTest {

    private static final int PARTNERS = 20;
    private static final int FROZEN = 3;

    /** What is larger goes over one wire only: what reads it is the same. */
    private static final int LARGE = 1 << 20;

    private Site site;
    private Census before;

    private static String partner(int number) {
        return "post-%02d".formatted(number);
    }

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        site = new Site(folder);
        for (int i = 0; i < PARTNERS; i++) {
            site.partner(partner(i));
        }
        site.start();
        // threads that a wire starts with its first guest are not lost
        deliver(partner(0), "WARM");
        await().until(() -> read(partner(0), "WARM") == 3);
        site.core(partner(0), "").createSession().close();
        site.hangUp();
        // the attackers' own bytes are not the gateway's
        assertThat(Attack.values()).isNotEmpty();
        before = Census.now();
    }

    @AfterAll
    void stop() throws Exception {
        site.close();
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }

    /** Over every wire. */
    private void deliver(String partner, String item) throws Exception {
        try (SftpClient sftp = site.sftp(partner)) {
            put(sftp, "in/" + item + ".xml", good(item + "S"));
        }
        try (Connection connection = site.amqp(partner);
                Session session = connection.createSession()) {
            send(session, partner, item, good(item + "Q"));
        }
        assertThat(site.post(partner, "application/xml", good(item + "H")).statusCode())
                .isEqualTo(202);
    }

    private long read(String partner, String item) {
        return site.interchanges(partner).stream()
                .filter(line -> line.contains(" READ "))
                .count();
    }

    @Test
    @Order(1)
    void bytes_that_nobody_sends_who_means_well_are_refused_over_every_wire() throws Exception {
        try (SftpClient sftp = site.sftp(partner(1));
                Session session = site.amqp(partner(2)).createSession()) {
            for (Attack attack : Attack.values()) {
                put(sftp, "in/" + attack, attack.bytes());
                if (attack.bytes().length > LARGE) {
                    continue;
                }
                send(session, partner(2), attack.name(), attack.bytes());
                var answer = site.post(partner(3), "application/xml", attack.bytes());
                assertThat(answer.statusCode()).as(answer.body()).isIn(202, 400, 422);
                if (answer.statusCode() != 202) {
                    assertThat(answer.body()).contains(attack.rule());
                }
            }
        }
        for (int i : List.of(1, 2)) {
            for (Attack attack : Attack.values()) {
                if (i == 1 || attack.bytes().length <= LARGE) {
                    await().untilAsserted(() -> assertThat(site.interchanges(partner(i)))
                            .anyMatch(line -> line.startsWith(attack + " ") && line.contains(attack.rule())));
                }
            }
        }
        await().untilAsserted(() -> assertThat(site.interchanges(partner(3)))
                .isNotEmpty()
                .allMatch(line -> Stream.of(Attack.values()).anyMatch(attack -> line.contains(attack.rule()))));
    }

    @Test
    @Order(2)
    void names_of_any_kind_stay_names() throws Exception {
        try (SftpClient sftp = site.sftp(partner(4))) {
            for (String path :
                    List.of("in/../../up.xml", "../post-05/in/x", "in/a/../../../b", "in/" + "d/".repeat(2_000))) {
                assertThatThrownBy(() -> put(sftp, path, good("UP")), path).isInstanceOf(IOException.class);
            }
            put(sftp, "in/a\u0000.xml", good("NUL"));
            put(sftp, "in/" + "n".repeat(4096), good("LONG"));
            put(sftp, "in/a\u202Elmx.exe", good("RIGHT"));
            put(sftp, "in/" + "\u00e9".repeat(200) + "/../x", good("SEGMENT"));
        }
        try (Session session = site.amqp(partner(4)).createSession()) {
            for (String name : List.of("../../up", "a\u0000b", "n".repeat(4096), "\u202Elmx")) {
                send(session, partner(4), name, good("Q" + (name.hashCode() & 0xffff)));
            }
        }
        await().until(() -> site.interchanges(partner(4)).size() == 8);
        assertThat(site.interchanges(partner(4)))
                .filteredOn(line -> line.startsWith("unsafe-"))
                .hasSize(7);
        try (Stream<Path> all = Files.walk(site.folder)) {
            assertThat(all).noneMatch(file -> file.getFileName().toString().startsWith("up"));
        }
    }

    @Test
    @Order(3)
    void nothing_is_unpacked() throws Exception {
        for (var packed : List.of(BuiltinCompressions.zlib, BuiltinCompressions.delayedZlib)) {
            try (SshClient client = SshClient.setUpDefaultClient()) {
                client.setServerKeyVerifier((session, address, key) -> true);
                client.setCompressionFactories(List.of(packed));
                client.start();
                assertThatThrownBy(() -> site.session(client, partner(5))).isInstanceOf(SshException.class);
            }
        }
        try (Session session = site.core(partner(5), "?compressLargeMessage=true&minLargeMessageSize=1024")
                .createSession()) {
            assertThatThrownBy(() -> send(session, partner(5), "bomb", new byte[4 << 20]))
                    .isInstanceOf(JMSException.class);
        }
        for (String header : List.of("gzip", "deflate", "br", "identity, gzip")) {
            assertThat(site.post(partner(5), "application/json", Attack.GZIP.bytes(), "Content-Encoding", header)
                            .statusCode())
                    .isEqualTo(415);
        }
        assertThat(site.interchanges(partner(5))).isEmpty();
        assertThat(site.alarms()).anyMatch(line -> line.contains(partner(5)) && line.contains("compressed"));
    }

    @Test
    @Order(4)
    void a_message_is_its_bytes_whatever_else_it_says() throws Exception {
        for (Connection connection : List.of(site.amqp(partner(6)), site.core(partner(6), ""))) {
            Session session = connection.createSession();
            send(session, partner(6), session.createObjectMessage(new HashMap<>(java.util.Map.of("a", List.of("b")))));
            // before the next is refused: an alarm says why the last was
            await().untilAsserted(() -> assertThat(site.alarms())
                    .anyMatch(line ->
                            line.startsWith("QUARANTINED " + partner(6)) && line.contains("not-bytes-or-text")));
            for (String property : List.of("_AMQ_LARGE_COMPRESSED", "_AMQ_LARGE_SIZE", "_AMQ_ROUTE_TO")) {
                Session forging = connection.createSession();
                Message message = forging.createTextMessage("x");
                message.setStringProperty(property, "true");
                assertThatThrownBy(() -> send(forging, partner(6), message), property)
                        .isInstanceOf(JMSException.class);
            }
            BytesMessage forged = session.createBytesMessage();
            forged.writeBytes(
                    good("FORGED" + connection.getClass().getSimpleName().charAt(0)));
            for (String name : List.of(
                    "CamelFileName",
                    "CAmelFileName",
                    "CamelJmsDestinationName",
                    "CamelHttpUri",
                    "breadcrumbId",
                    "JMSXUserID",
                    "JMSXDeliveryCount_",
                    "gateway_partner")) {
                forged.setStringProperty(name, "../../post-07");
            }
            forged.setStringProperty("name", "forged");
            forged.setJMSReplyTo(session.createQueue("partner.post-07.out"));
            send(session, partner(6), forged);
        }
        await().untilAsserted(() ->
                assertThat(site.interchanges(partner(6))).hasSize(2).allMatch(line -> line.startsWith("forged READ")));
        await().untilAsserted(
                        () -> assertThat(site.alarms()).anyMatch(line -> line.startsWith("REPLY-TO " + partner(6))));
        assertThat(site.interchanges(partner(7))).isEmpty();
        try (Session session = site.amqp(partner(7)).createSession();
                var replies = session.createConsumer(session.createQueue("partner.post-07.out"))) {
            assertThat(replies.receiveNoWait()).isNull();
        }
    }

    @Test
    @Order(5)
    void seventeen_partners_are_served_while_three_are_frozen() throws Exception {
        var sockets = new ArrayList<Socket>();
        for (int i = PARTNERS - FROZEN; i < PARTNERS; i++) {
            for (int port : List.of(site.sftpPort(), site.brokerPort(), site.httpsPort())) {
                sockets.add(site.kept(new Socket("127.0.0.1", port))); // says nothing
            }
            Socket amqp = site.kept(new Socket("127.0.0.1", site.brokerPort()));
            amqp.getOutputStream().write("AMQP\u0003".getBytes(US_ASCII));
            Socket https = site.kept(site.tls.getSocketFactory().createSocket("127.0.0.1", site.httpsPort()));
            https.getOutputStream()
                    .write(
                            ("POST /v1/interchanges HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/xml\r\nAuthorization: Bearer cgw_"
                                            + partner(i) + "\r\nContent-Length: 100000\r\n\r\n<a>")
                                    .getBytes(US_ASCII));
            sockets.add(https);
            SftpClient sftp = site.sftp(partner(i));
            var handle = sftp.open("in/half.xml", EnumSet.of(OpenMode.Write, OpenMode.Create));
            sftp.write(handle, 0, good("HALF"));
            Connection reader = site.amqp(partner(i));
            Session session = reader.createSession(true, Session.SESSION_TRANSACTED);
            session.createConsumer(session.createQueue("partner." + partner(i) + ".out"));
            send(session, partner(i), "never committed", good("NEVER"));
        }
        List<String> served = IntStream.range(0, PARTNERS - FROZEN)
                .mapToObj(HostilePeersTest::partner)
                .toList();
        for (String partner : served) {
            deliver(partner, "FLOW");
        }
        for (String partner : served) {
            await().untilAsserted(() -> assertThat(site.interchanges(partner).stream()
                            .filter(line -> line.contains(" READ "))
                            .count())
                    .isGreaterThanOrEqualTo(3));
        }
        for (Socket socket : sockets) {
            if (socket.getPort() == site.httpsPort()) {
                socket.setSoTimeout(30_000);
                drain(socket.getInputStream());
            }
        }
        site.hangUp();
        for (int i = PARTNERS - FROZEN; i < PARTNERS; i++) {
            Path in = site.folder.resolve("data/sftp").resolve(partner(i)).resolve("in");
            await().until(() -> in.toFile().list().length == 0);
            assertThat(site.interchanges(partner(i))).isEmpty();
        }
    }

    @Test
    @Order(100)
    void no_thread_no_file_and_no_heap_is_lost() throws Exception {
        site.hangUp();
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(5))
                .untilAsserted(() -> Census.now().isLike(before));
    }
}
