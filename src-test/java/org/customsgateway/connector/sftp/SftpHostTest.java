package org.customsgateway.connector.sftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.SftpHostWire;
import org.customsgateway.connector.Wired;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is sent is received when the client hears so; what is left for it lies there until it is collected. */
@Tag("wire")
class SftpHostTest extends OpenHost {

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
}
