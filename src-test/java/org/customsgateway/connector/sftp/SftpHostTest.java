package org.customsgateway.connector.sftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.customsgateway.connector.Alarms;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.Limits;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Received;
import org.customsgateway.connector.SftpHostWire;
import org.customsgateway.connector.Wired;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("wire")
class SftpHostTest {

    @TempDir
    Path folder;

    private final Received received = new Received();
    private final Alarms alarms = new Alarms();
    private final List<AutoCloseable> open = new ArrayList<>();
    private KeyPair key;
    private SftpHost host;
    private Partner partner;

    @BeforeEach
    void start() throws Exception {
        key = Keys.ed25519();
        partner = partner("post-xa", key, Wired.limits(1_000_000));
        host = new SftpHost(
                new SftpHost.Settings("127.0.0.1", 0, folder.resolve("sftp"), 20), received, alarms, Clock.systemUTC());
        host.added(partner);
        host.start();
    }

    @AfterEach
    void stop() throws Exception {
        for (var each : open) {
            each.close();
        }
        host.close();
    }

    private static Partner partner(String id, KeyPair key, Limits limits) {
        return Wired.host(id, new SftpHostWire(id, List.of(Keys.open(key)), 2, 2_000_000), limits);
    }

    private ClientSession session(String user, KeyPair with) throws IOException {
        var client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        open.add(client);
        client.start();
        var session =
                client.connect(user, "127.0.0.1", host.port()).verify(10_000).getSession();
        session.addPublicKeyIdentity(with);
        session.auth().verify(10_000);
        return session;
    }

    private SftpClient sftp(String user, KeyPair with) throws IOException {
        return SftpClientFactory.instance().createSftpClient(session(user, with));
    }

    private SftpClient sftp() throws IOException {
        return sftp("post-xa", key);
    }

    private static void put(SftpClient sftp, String path, String text) throws IOException {
        try (var handle = sftp.open(path, EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Truncate))) {
            sftp.write(handle, 0, text.getBytes(UTF_8));
        }
    }

    private List<String> stored(String of) throws IOException {
        try (var files = Files.list(folder.resolve("sftp/" + of))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<String> list(SftpClient sftp, String path) throws IOException {
        return StreamSupport.stream(sftp.readDir(path).spliterator(), false)
                .map(SftpClient.DirEntry::getFilename)
                .filter(name -> !name.startsWith("."))
                .sorted()
                .toList();
    }

    @Test
    void an_upload_is_received_when_its_close_is_answered_and_gone_then() throws Exception {
        var sftp = sftp();
        put(sftp, "in/a.xml", "<a/>");
        assertThat(received.names()).containsExactly("a.xml");
        assertThat(received.bytes.get("a.xml")).isEqualTo("<a/>".getBytes(UTF_8));
        assertThat(received.deliveries.get(0).partner()).isEqualTo(partner.id());
        assertThat(received.deliveries.get(0).mark()).isEmpty();
        assertThat(stored("post-xa/in")).isEmpty();
        assertThat(list(sftp, "/in")).isEmpty();
    }

    @Test
    void an_empty_upload_is_received_too() throws Exception {
        sftp().open("in/empty.xml", EnumSet.of(OpenMode.Write, OpenMode.Create)).close();
        assertThat(received.names()).containsExactly("empty.xml");
    }

    @Test
    void a_client_may_ask_for_the_size_and_set_the_time_of_what_it_has_just_sent() throws Exception {
        var sftp = sftp();
        put(sftp, "in/a.xml", "<a/>");
        assertThat(sftp.stat("in/a.xml").getSize()).isEqualTo(4);
        sftp.setStat("in/a.xml", new SftpClient.Attributes().modifyTime(1_000_000_000L));
        assertThatThrownBy(() -> sftp.stat("in/other.xml")).isInstanceOf(SftpException.class);
        assertThatThrownBy(() -> sftp().stat("in/a.xml")).isInstanceOf(SftpException.class);
    }

    @Test
    void the_client_sees_the_failure_when_it_cannot_be_received_and_nothing_is_left() throws Exception {
        received.refuses = true;
        var sftp = sftp();
        assertThatThrownBy(() -> put(sftp, "in/a.xml", "<a/>"))
                .isInstanceOfSatisfying(
                        SftpException.class, e -> assertThat(e.getStatus()).isEqualTo(SftpConstants.SSH_FX_FAILURE));
        assertThat(stored("post-xa/in")).isEmpty();
        assertThat(alarms.raised).containsExactly("post-xa not-received a.xml");
        received.refuses = false;
        put(sftp, "in/a.xml", "<a/>");
        assertThat(received.names()).containsExactly("a.xml");
    }

    @Test
    void a_temporary_name_is_received_under_its_final_name_when_it_is_renamed() throws Exception {
        var sftp = sftp();
        put(sftp, "in/a.xml.filepart", "<a/>");
        put(sftp, "in/.b.xml", "<b/>");
        assertThat(received.names()).isEmpty();
        assertThat(list(sftp, "in")).containsExactly("a.xml.filepart");
        sftp.rename("in/a.xml.filepart", "in/a.xml");
        sftp.rename("in/.b.xml", "/in/b.xml");
        assertThat(received.names()).containsExactly("a.xml", "b.xml");
        assertThat(stored("post-xa/in")).isEmpty();
    }

    @Test
    void a_rename_that_cannot_be_received_fails_and_leaves_the_upload_to_be_renamed_again() throws Exception {
        var sftp = sftp();
        put(sftp, "in/a.tmp", "<a/>");
        received.refuses = true;
        assertThatThrownBy(() -> sftp.rename("in/a.tmp", "in/a.xml")).isInstanceOf(SftpException.class);
        received.refuses = false;
        sftp.rename("in/a.tmp", "in/a.xml");
        assertThat(received.names()).containsExactly("a.xml");
    }

    @Test
    void a_connection_that_drops_in_the_middle_is_no_interchange() throws Exception {
        var session = session("post-xa", key);
        var sftp = SftpClientFactory.instance().createSftpClient(session);
        var handle = sftp.open("in/a.xml", EnumSet.of(OpenMode.Write, OpenMode.Create));
        sftp.write(handle, 0, "<a>".getBytes(UTF_8));
        assertThat(stored("post-xa/in")).containsExactly("a.xml");
        session.close(true);
        await().untilAsserted(() -> assertThat(stored("post-xa/in")).isEmpty());
        assertThat(received.names()).isEmpty();
    }

    @Test
    void an_upload_that_a_crash_left_behind_is_no_interchange_after_the_restart() throws Exception {
        Files.writeString(folder.resolve("sftp/post-xa/in/half.xml"), "<a>");
        Files.writeString(folder.resolve("sftp/post-xa/in/half.xml.part"), "<a>");
        host.removed(partner);
        host.added(partner);
        assertThat(stored("post-xa/in")).containsExactly("half.xml.part");
    }

    @Test
    void an_upload_beyond_the_limit_fails_and_is_handed_in_as_far_as_it_shows_that() throws Exception {
        host.changed(partner, partner("post-xa", key, Wired.limits(10)));
        var sftp = sftp();
        assertThatThrownBy(() -> put(sftp, "in/a.xml", "0123456789ABCDEF")).isInstanceOf(SftpException.class);
        assertThatThrownBy(() -> put(sftp, "in/c.xml", "0123456789A")).isInstanceOf(SftpException.class);
        put(sftp, "in/b.xml", "0123456789");
        assertThat(received.names()).containsExactly("a.xml", "c.xml", "b.xml");
        assertThat(received.bytes.get("a.xml")).hasSize(11);
        assertThat(stored("post-xa/in")).isEmpty();
        assertThat(alarms.raised).containsExactly("post-xa too-big a.xml");
    }

    @Test
    void unfinished_uploads_together_stay_below_the_quota() throws Exception {
        host.changed(
                partner,
                Wired.host("post-xa", new SftpHostWire("post-xa", List.of(Keys.open(key)), 2, 15), Wired.limits(10)));
        var sftp = sftp();
        put(sftp, "in/a.tmp", "0123456789");
        assertThatThrownBy(() -> put(sftp, "in/b.tmp", "0123456789")).isInstanceOf(SftpException.class);
    }

    @Test
    void more_interchanges_a_minute_than_allowed_are_refused() throws Exception {
        host.changed(partner, partner("post-xa", key, new Limits(100, 10, 2)));
        var sftp = sftp();
        put(sftp, "in/1.xml", "1");
        put(sftp, "in/2.xml", "2");
        assertThatThrownBy(() -> put(sftp, "in/3.xml", "3")).isInstanceOf(SftpException.class);
        assertThat(received.names()).containsExactly("1.xml", "2.xml");
    }

    @Test
    void there_is_nothing_outside_in_and_out_whatever_path_is_asked_for() throws Exception {
        var secret = folder.resolve("secret.txt");
        Files.writeString(secret, "secret");
        Files.createSymbolicLink(folder.resolve("sftp/post-xa/out/link.txt"), secret);
        Files.createSymbolicLink(folder.resolve("sftp/post-xa/in/link.tmp"), secret);
        var sftp = sftp();
        for (var path : List.of(
                "../../secret.txt",
                "/../../secret.txt",
                "out/../../../secret.txt",
                secret.toString(),
                "../post-xb/out/x",
                "/.host-key",
                "../.host-key",
                "out/link.txt",
                "in/../out/link.txt",
                "in\\..\\..\\secret.txt")) {
            assertThatThrownBy(() -> sftp.read(path).readAllBytes(), path).isInstanceOf(IOException.class);
        }
        put(sftp, "in/link.tmp", "changed");
        assertThat(Files.readString(secret)).isEqualTo("secret");
        for (var path : List.of("../x", "/x", "/out/x", "in/sub/x", "/etc/x", "..", "in")) {
            assertThatThrownBy(() -> put(sftp, path, "x"), path).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> sftp.symLink("/out/l", "/etc/passwd")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> sftp.link("/in/l", "/etc/passwd", false)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> sftp.mkdir("/in/d")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> sftp.rmdir("/out")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> sftp.remove("/out")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> sftp.rename("/out/link.txt", "/in/a.xml")).isInstanceOf(IOException.class);
        assertThat(list(sftp, "/")).containsExactly("in", "out");
        assertThat(list(sftp, "/../..")).containsExactly("in", "out");
    }

    @Test
    void a_name_of_any_kind_is_made_safe() throws Exception {
        var sftp = sftp();
        put(sftp, "in/möbel 家具.xml", "1");
        put(sftp, "in/a\u202Elmx.exe\u0001", "2");
        assertThat(received.names().get(0)).isEqualTo("möbel 家具.xml");
        assertThat(received.names().get(1)).startsWith("unsafe-").endsWith("-a%e2%80%aelmx.exe%01");
    }

    @Test
    void another_key_another_partners_key_and_a_password_do_not_open_the_door() throws Exception {
        var other = Keys.p256();
        host.added(partner("post-xb", other, Wired.limits(100)));
        assertThatThrownBy(() -> session("post-xa", other)).isInstanceOf(SshException.class);
        assertThatThrownBy(() -> session("post-xc", key)).isInstanceOf(SshException.class);
        session("post-xb", other);
        var client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        open.add(client);
        client.start();
        var session = client.connect("post-xa", "127.0.0.1", host.port())
                .verify(10_000)
                .getSession();
        session.addPasswordIdentity("post-xa");
        assertThatThrownBy(() -> session.auth().verify(10_000)).isInstanceOf(SshException.class);
    }

    @Test
    void nothing_is_forwarded() throws Exception {
        var session = session("post-xa", key);
        var here = new SshdSocketAddress("127.0.0.1", host.port());
        assertThatThrownBy(() -> session.startRemotePortForwarding(new SshdSocketAddress("127.0.0.1", 0), here))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() ->
                        session.createDirectTcpipChannel(here, here).open().verify(10_000))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_partner_has_only_so_many_sessions_and_they_end_when_it_is_removed() throws Exception {
        var first = sftp();
        sftp();
        assertThatThrownBy(this::sftp).isInstanceOf(IOException.class);
        host.removed(partner);
        await().until(() -> !first.isOpen());
    }

    @Test
    void a_reply_lies_in_out_until_it_is_collected() throws Exception {
        var reply = Files.writeString(folder.resolve("reply"), "<r/>");
        host.deliver(partner, Dispatch.of("r1.xml", reply));
        host.deliver(partner, Dispatch.of("r1.xml", reply));
        var sftp = sftp();
        assertThat(list(sftp, "out")).containsExactly("r1.xml");
        assertThat(sftp.read("out/r1.xml").readAllBytes()).isEqualTo("<r/>".getBytes(UTF_8));
        sftp.rename("out/r1.xml", "out/r1.done");
        sftp.remove("out/r1.done");
        assertThat(stored("post-xa/out")).isEmpty();
        assertThat(stored(".outgoing/post-xa")).isEmpty();
    }

    @Test
    void the_host_key_stays_the_same_and_only_its_owner_may_read_it() throws Exception {
        var before = host.hostKey();
        host.close();
        start();
        var file = folder.resolve("sftp/.host-key");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(Files.readString(file)).startsWith("-----BEGIN OPENSSH PRIVATE KEY-----");
        assertThat(host.hostKey()).isEqualTo(before).startsWith("ecdsa-sha2-nistp256 ");
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }
}
