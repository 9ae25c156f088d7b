package org.customsgateway.connector.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.sftp.common.SftpException;
import org.customsgateway.connector.Limits;
import org.customsgateway.connector.Wired;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is let in, and what nobody gets at. */
@Tag("wire")
class SftpHostDoorTest extends OpenHost {

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
    void the_host_key_stays_the_same_and_only_its_owner_may_read_it() throws Exception {
        var before = host.hostKey();
        host.close();
        start();
        var file = folder.resolve("sftp/.host-key");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(Files.readString(file)).startsWith("-----BEGIN OPENSSH PRIVATE KEY-----");
        assertThat(host.hostKey()).isEqualTo(before).startsWith("ecdsa-sha2-nistp256 ");
    }
}
