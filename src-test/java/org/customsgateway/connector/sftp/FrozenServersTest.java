package org.customsgateway.connector.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.customsgateway.connector.Alarms;
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

/** Servers of partners that come to no end with what they are asked. */
@Tag("wire")
class FrozenServersTest {

    private static final Duration FOR_EVER = Duration.ofHours(1);
    private static final int SERVED = 17;

    @TempDir
    Path folder;

    private final Received received = new Received();
    private final Alarms alarms = new Alarms();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final List<AutoCloseable> open = new ArrayList<>();
    private KeyPair key;
    private SftpClients clients;

    @BeforeEach
    void start() throws Exception {
        key = Keys.p256();
        Files.write(folder.resolve("id"), Keys.text(key));
        Files.writeString(folder.resolve("reply"), "<r/>");
        camel.start();
        clients = new SftpClients(camel, received, alarms, Clock.systemUTC());
    }

    /** A client that is left behind by its partner's server is no thread of ours. */
    @AfterEach
    void no_thread_is_left() throws Exception {
        clients.close();
        await().untilAsserted(() -> assertThat(waiting()).isEmpty());
        camel.stop();
        for (var each : open) {
            each.close();
        }
    }

    /** Threads that wait for a partner's server. */
    private static List<String> waiting() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("sftp:") || name.startsWith("Connect thread"))
                .toList();
    }

    private PartnerServer server(String id) throws Exception {
        var server = new PartnerServer(folder.resolve(id), Keys.open(key));
        open.add(server);
        return server;
    }

    private Partner partner(String id, int port, SshKey hostKey) {
        var wire = new SftpClientWire(
                "127.0.0.1",
                port,
                "gateway",
                Optional.empty(),
                Optional.of(Secret.reference("file:id", folder, variable -> null)),
                Optional.empty(),
                List.of(hostKey),
                "inbox",
                "outbox",
                Duration.ofMillis(500),
                false,
                Optional.empty(),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Duration.ofSeconds(15));
        return Wired.client(id, wire, Wired.limits(1_000_000));
    }

    private Partner partner(String id, PartnerServer server) {
        return partner(id, server.port(), server.hostKey());
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(3));
    }

    @Test
    void seventeen_partners_are_served_while_the_servers_of_three_are_frozen() throws Exception {
        var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(silent);
        var mute = server("mute");
        mute.isMute();
        var stuck = server("stuck");
        stuck.put("inbox/stuck.xml", "x".repeat(10_000));
        stuck.pauses(FOR_EVER);
        var frozen = List.of(
                partner("silent", silent.getLocalPort(), mute.hostKey()),
                partner("mute", mute),
                partner("stuck", stuck));
        frozen.forEach(clients::added);
        var served = new ArrayList<PartnerServer>();
        for (int i = 0; i < SERVED; i++) {
            served.add(server("served" + i));
            clients.added(partner("served" + i, served.get(i)));
        }
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < SERVED; i++) {
                served.get(i).put("inbox/%d-%d.xml".formatted(round, i), "<a/>");
                clients.deliver(
                        partner("served" + i, served.get(i)), Dispatch.of("r" + round, folder.resolve("reply")));
            }
            int sent = (round + 1) * SERVED;
            await().untilAsserted(() -> assertThat(received.names()).hasSize(sent));
        }
        assertThat(served).allMatch(server -> server.opened().contains(".r1.tmp"));
        await().untilAsserted(() -> assertThat(alarms.raised)
                .contains("silent unreachable", "mute unreachable", "stuck not-received stuck.xml"));
        frozen.forEach(clients::removed);
    }

    @Test
    void a_server_that_drips_is_not_waited_for() throws Exception {
        var server = server("drip");
        server.put("inbox/drip.xml", "x".repeat(10_000));
        server.pauses(Duration.ofMillis(200));
        clients.added(partner("drip", server));
        await().untilAsserted(() -> assertThat(alarms.raised).contains("drip not-received drip.xml"));
        assertThat(received.names()).isEmpty();
        assertThat(server.list("inbox")).containsExactly("drip.xml");
    }

    @Test
    void a_server_that_takes_no_end_of_a_reply_is_not_waited_for() throws Exception {
        var server = server("stuck");
        server.pauses(FOR_EVER);
        var partner = partner("stuck", server);
        clients.added(partner);
        assertThatThrownBy(() -> clients.deliver(partner, Dispatch.of("r.xml", folder.resolve("reply"))))
                .isInstanceOf(IOException.class);
        assertThat(server.list("outbox")).doesNotContain("r.xml");
    }
}
