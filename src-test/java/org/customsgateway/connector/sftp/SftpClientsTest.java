package org.customsgateway.connector.sftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.customsgateway.connector.Alarms;
import org.customsgateway.connector.Delivery;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Received;
import org.customsgateway.connector.Secret;
import org.customsgateway.connector.SftpClientWire;
import org.customsgateway.connector.SshKey;
import org.customsgateway.connector.Wired;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("wire")
class SftpClientsTest {

    /** Its server is told to be in reach once it is, whenever that is. */
    private static final Predicate<String> PROBLEM = alarm -> !alarm.endsWith(" reachable");

    @TempDir
    Path folder;

    private final Received received = new Received();
    private final Alarms alarms = new Alarms();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final KeyPair key = key();
    private SftpClients clients;

    @BeforeEach
    void start() {
        camel.start();
        clients = new SftpClients(camel, received, alarms, Clock.systemUTC());
    }

    @AfterEach
    void stop() throws Exception {
        for (var each : open) {
            each.close();
        }
        clients.close();
        camel.stop();
    }

    private static KeyPair key() {
        try {
            return Keys.p256();
        } catch (Exception none) {
            throw new IllegalStateException(none);
        }
    }

    private PartnerServer server(String name) throws Exception {
        var server = new PartnerServer(folder.resolve(name), Keys.open(key));
        open.add(server);
        return server;
    }

    private Secret secret(String name, byte[] content) throws Exception {
        Files.write(folder.resolve(name), content);
        return Secret.reference("file:" + name, folder, variable -> null);
    }

    private SftpClientWire wire(int port, List<SshKey> hostKeys, Optional<String> moveTo) throws Exception {
        return new SftpClientWire(
                "127.0.0.1",
                port,
                "gateway",
                Optional.empty(),
                Optional.of(secret("id", Keys.text(key))),
                Optional.empty(),
                hostKeys,
                "inbox",
                "outbox",
                Duration.ofMillis(200),
                true,
                moveTo,
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofSeconds(20));
    }

    private Partner partner(String id, PartnerServer server) throws Exception {
        return Wired.client(id, wire(server.port(), List.of(server.hostKey()), Optional.empty()), Wired.limits(1_000));
    }

    @Test
    void a_file_is_fetched_once_it_does_not_change_and_deleted_when_it_was_received() throws Exception {
        var server = server("xa");
        server.put("inbox/a.xml", "<a/>");
        server.put("inbox/.hidden", "no");
        server.put("inbox/b.xml.filepart", "no");
        clients.added(partner("xa", server));
        await().until(() -> server.list("inbox").equals(List.of(".hidden", "b.xml.filepart")));
        assertThat(received.names()).containsExactly("a.xml");
        assertThat(received.bytes.get("a.xml")).isEqualTo("<a/>".getBytes(UTF_8));
        assertThat(received.deliveries.get(0).mark()).matches("a\\.xml\\|\\d+\\|4");
    }

    @Test
    void a_file_is_moved_where_the_partner_wants_it() throws Exception {
        var server = server("xa");
        server.put("inbox/a.xml", "<a/>");
        clients.added(Wired.client(
                "xa", wire(server.port(), List.of(server.hostKey()), Optional.of("done")), Wired.limits(1_000)));
        await().until(() -> received.names().contains("a.xml"));
        await().untilAsserted(() ->
                assertThat(server.list("inbox/done")).singleElement().asString().endsWith("-a.xml"));
        // an alarm may stand open from before a restart
        await().until(() -> alarms.raised.equals(List.of("xa reachable")));
    }

    @Test
    void a_file_stays_with_the_same_mark_until_it_can_be_received() throws Exception {
        var server = server("xa");
        received.refuses = true;
        server.put("inbox/a.xml", "<a/>");
        server.put("inbox/b.xml", "<b/>");
        clients.added(partner("xa", server));
        await().until(() -> alarms.raised.contains("xa not-received a.xml"));
        assertThat(server.list("inbox")).contains("a.xml");
        received.refuses = false;
        await().until(() -> server.list("inbox").isEmpty());
        assertThat(received.names()).containsExactlyInAnyOrder("a.xml", "b.xml");
    }

    @Test
    void a_server_that_is_not_who_it_should_be_gets_and_gives_nothing() throws Exception {
        var server = server("xa");
        server.put("inbox/a.xml", "<a/>");
        var other = Keys.open(Keys.p256());
        var partner = Wired.client("xa", wire(server.port(), List.of(other), Optional.empty()), Wired.limits(1_000));
        clients.added(partner);
        await().until(() -> alarms.raised.contains("xa unreachable"));
        var reply = Files.writeString(folder.resolve("reply"), "<r/>");
        assertThatThrownBy(() -> clients.deliver(partner, Dispatch.of("r.xml", reply)))
                .isInstanceOf(IOException.class);
        assertThat(received.names()).isEmpty();
        assertThat(server.sessions()).isZero();
        assertThat(server.list("outbox")).isEmpty();
    }

    @Test
    void names_of_a_hostile_listing_are_left_alone() throws Exception {
        var server = server("xa");
        server.put("secret.xml", "secret");
        server.put("inbox/a.xml", "<a/>");
        server.claims(List.of(
                "../secret.xml",
                "/secret.xml",
                "..",
                "*",
                "?.xml",
                "in\\secret.xml",
                "a\u0000.xml",
                "",
                "n".repeat(4096),
                "a\u202Elmx.exe",
                "\u2066a.xml"));
        clients.added(partner("xa", server));
        await().until(() -> received.names().contains("a.xml"));
        await().until(() -> !server.list("inbox").contains("a.xml"));
        assertThat(received.names()).containsExactly("a.xml");
        assertThat(server.list(".")).contains("secret.xml", "inbox");
        assertThat(alarms.raised).contains("xa bad-name");
    }

    @Test
    void a_file_larger_than_agreed_is_handed_in_with_its_size_and_then_treated_like_any_other() throws Exception {
        var server = server("xa");
        server.put("inbox/a.xml", "x".repeat(5_000_000));
        server.put("inbox/b.xml", "x".repeat(1_000));
        received.reads = 100;
        clients.added(partner("xa", server));
        await().until(() -> server.list("inbox").isEmpty());
        assertThat(received.deliveries)
                .extracting(Delivery::name, Delivery::size)
                .containsExactlyInAnyOrder(tuple("a.xml", 5_000_000L), tuple("b.xml", 1_000L));
        assertThat(received.bytes.get("a.xml")).hasSize(100);
        assertThat(alarms.raised).filteredOn(PROBLEM).containsExactly("xa too-big a.xml");
    }

    @Test
    void a_file_larger_than_agreed_stays_until_its_refusal_is_journaled() throws Exception {
        var server = server("xa");
        received.refuses = true;
        server.put("inbox/a.xml", "x".repeat(5_000));
        clients.added(Wired.client(
                "xa", wire(server.port(), List.of(server.hostKey()), Optional.of("done")), Wired.limits(1_000)));
        await().until(() -> alarms.raised.contains("xa not-received a.xml"));
        assertThat(server.list("inbox")).containsExactly("a.xml");
        assertThat(alarms.raised).doesNotContain("xa too-big a.xml");
        received.refuses = false;
        await().until(() -> server.list("inbox").isEmpty());
        assertThat(server.list("inbox/done")).singleElement().asString().endsWith("-a.xml");
        assertThat(alarms.raised).filteredOn(PROBLEM).containsExactly("xa not-received a.xml", "xa too-big a.xml");
    }

    @Test
    void a_file_that_has_not_the_size_that_was_listed_is_not_received() throws Exception {
        var server = server("xa");
        server.put("inbox/a.xml", "<a/>");
        server.claimsSize(5);
        clients.added(partner("xa", server));
        await().until(() -> alarms.raised.contains("xa not-received a.xml"));
        assertThat(received.names()).isEmpty();
        assertThat(server.list("inbox")).containsExactly("a.xml");
    }

    @Test
    void a_connection_that_ends_in_the_middle_of_a_file_is_made_again() throws Exception {
        var server = server("xa");
        server.put("inbox/a.xml", "x".repeat(1_000));
        server.hangsUpOnce();
        clients.added(partner("xa", server));
        await().until(() -> alarms.raised.contains("xa not-received a.xml"));
        await().until(() -> server.list("inbox").isEmpty());
        assertThat(received.names()).containsExactly("a.xml");
        assertThat(received.bytes.get("a.xml")).hasSize(1_000);
    }

    @Test
    void a_frozen_server_of_one_partner_holds_up_no_other() throws Exception {
        var flowing = server("xb");
        try (var frozen = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var silent = Wired.client(
                    "xa",
                    wire(frozen.getLocalPort(), List.of(flowing.hostKey()), Optional.empty()),
                    Wired.limits(1_000));
            clients.added(silent);
            clients.added(partner("xb", flowing));
            var reply = Files.writeString(folder.resolve("reply"), "<r/>");
            for (var i = 0; i < 5; i++) {
                var name = i + ".xml";
                flowing.put("inbox/" + name, "<a/>");
                await().until(() -> received.names().contains(name));
                clients.deliver(partner("xb", flowing), Dispatch.of("r" + name, reply));
            }
            await().until(() -> alarms.raised.contains("xa unreachable"));
            clients.removed(silent);
        }
    }

    @Test
    void a_reply_is_there_whole_under_its_name_and_again_replaces_it() throws Exception {
        var server = server("xa");
        var partner = partner("xa", server);
        clients.added(partner);
        var reply = folder.resolve("reply");
        clients.deliver(partner, Dispatch.of("r.xml", Files.writeString(reply, "<r/>")));
        clients.deliver(partner, Dispatch.of("r.xml", Files.writeString(reply, "<r>2</r>")));
        assertThat(server.list("outbox")).containsExactly("r.xml");
        assertThat(server.text("outbox/r.xml")).isEqualTo("<r>2</r>");
        assertThat(server.opened()).containsOnly(".r.xml.tmp");
    }

    @Test
    void a_partner_that_is_removed_is_left_in_peace_and_may_come_back() throws Exception {
        var server = server("xa");
        var partner = partner("xa", server);
        clients.added(partner);
        await().until(() -> server.sessions() == 1);
        clients.removed(partner);
        await().until(() -> server.sessions() == 0);
        assertThatThrownBy(() -> clients.deliver(partner, Dispatch.of("r.xml", folder.resolve("id"))))
                .isInstanceOf(IOException.class);
        server.put("inbox/a.xml", "<a/>");
        clients.added(partner);
        await().until(() -> received.names().contains("a.xml"));
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }
}
