package org.customsgateway.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What is wrong with partner files: all at once, each with file, line and key. */
class PartnerFaultsTest extends PartnerFiles {

    @Test
    void all_faults_are_told_at_once_with_file_line_and_key() throws IOException {
        assertThat(faults("""
                name: x
                kind: shop
                formats: [ upu-itmatt, un-cuscar ]
                colour: red
                limits: { interchange: lots, items: 0 }
                reply: { wire: queue, statuses: [ MAYBE ] }
                wires:
                  sftpHost:
                    keys: [ ssh-ed25519 AAAA ]
                  sftpClient:
                    host: "http://x"
                    user: me
                    password: hunter2
                    inbox: ../up
                """))
                .satisfiesExactly(
                        at("xa.yaml:2: kind: must be one of post, express, platform"),
                        at("xa.yaml:3: formats[1]: unknown format 'un-cuscar': there are upu-cusitm, upu-itmatt"),
                        at("xa.yaml:4: colour: unknown key"),
                        at("xa.yaml:5: limits.interchange: must be a number with B, KB, MB or GB"),
                        at("xa.yaml:5: limits.items: must be a whole number from 1"),
                        at("xa.yaml:6: reply.wire: this partner has no wire queue"),
                        at("xa.yaml:6: reply.statuses[0]: must be one of"),
                        at("xa.yaml:9: wires.sftpHost.keys[0]: the key is cut short"),
                        at("xa.yaml:10: wires.sftpClient.hostKeys: is missing"),
                        at("xa.yaml:10: wires.sftpClient.outbox: is missing"),
                        at("xa.yaml:11: wires.sftpClient.host: must be a host name"),
                        at("xa.yaml:13: wires.sftpClient.password: a secret is not written here"),
                        at("xa.yaml:14: wires.sftpClient.inbox: must be a folder"));
        assertThat(Partners.check(folder, FORMATS).toString()).doesNotContain("hunter2");
    }

    @Test
    void what_is_missing_wrong_or_not_yaml_is_told() throws IOException {
        assertThat(faults("")).anySatisfy(at("xa.yaml:1: name: is missing")).anySatisfy(at("xa.yaml:1: wires: "));
        assertThat(faults("- a\n")).anySatisfy(at("xa.yaml:1: (file): must be a list of 'key: value' lines"));
        assertThat(faults(post("xa") + "name: again\n")).satisfiesExactly(at("xa.yaml:9: name: is there twice"));
        assertThat(faults(post("xa") + "limits: [ 1\n")).satisfiesExactly(at("xa.yaml:10: (file): is not YAML here"));
        assertThat(faults(post("xa") + "limits: &a { items: 5 }\nreply: *a\n"))
                .satisfiesExactly(at("xa.yaml:10: (file): an alias"));
        assertThat(faults(post("xa") + "limits:\n  items:\n"))
                .satisfiesExactly(at("xa.yaml:10: limits.items: must be one"));
        assertThat(faults("a: ".repeat(30) + "b")).satisfiesExactly(at("xa.yaml:1: (file): is not YAML"));
        assertThat(faults("#" + "x".repeat(300_000))).satisfiesExactly(at("xa.yaml:1: (file): is larger than"));
        assertThat(faults(post("xa").replace(KEY, "ssh-dss AAAA")))
                .satisfiesExactly(at("xa.yaml:8: wires.sftpHost.keys[0]: "));
        Files.write(folder.resolve("xa.yaml"), new byte[] {'n', ':', ' ', (byte) 0xff});
        assertThat(Partners.check(folder, FORMATS))
                .extracting(PartnerFault::toString)
                .satisfiesExactly(at("xa.yaml:1: (file): is not UTF-8"));
        Files.delete(folder.resolve("xa.yaml"));
        file("X A.yaml", post("xa"));
        assertThat(Partners.check(folder, FORMATS))
                .extracting(PartnerFault::toString)
                .satisfiesExactly(at("X A.yaml:1: (file): rename the file"));
    }

    @Test
    void a_secret_that_is_not_there_is_told_without_showing_any() throws IOException {
        var queue = "wires: { queue: { password: %s } }\nname: x\nkind: express\nformats: [ upu-itmatt ]\n";
        assertThat(faults(queue.formatted("env:NO_SUCH_VARIABLE_HERE")))
                .satisfiesExactly(
                        at("xa.yaml:1: wires.queue.password: the environment variable NO_SUCH_VARIABLE_HERE"));
        assertThat(faults(queue.formatted("file:nowhere")))
                .satisfiesExactly(at("xa.yaml:1: wires.queue.password: the file nowhere cannot be read"));
    }

    @Test
    void where_and_how_replies_answer_is_one_of_few_words() throws IOException {
        var queue = "name: x\nkind: express\nformats: [ upu-itmatt ]\nwires:\n  queue:\n    %s\n";
        assertThat(faults(queue.formatted("replyTo: anywhere\n    correlation: uuid\n    sessions: 0")))
                .satisfiesExactly(
                        at("xa.yaml:6: wires.queue.replyTo: must be one of fixed, from-message"),
                        at(
                                "xa.yaml:7: wires.queue.correlation: must be one of message-id, correlation-id, reference, none"),
                        at("xa.yaml:8: wires.queue.sessions: must be a whole number from 1 to 1000"));
        assertThat(faults(queue.formatted("out: x\n    in: x.in\n    replyTo: from-message")))
                .satisfiesExactly(at("xa.yaml:7: wires.queue.in: must not lie below out"));
        assertThat(faults(queue.formatted("out: x\n    in: x.in\n    replyTo: fixed")))
                .isEmpty();
    }

    @Test
    void what_returns_may_say_is_told() throws IOException {
        assertThat(faults(post("xa") + "returns: { of: [ 'Not One' ], unknown: maybe, less: warn }\n"))
                .satisfiesExactlyInAnyOrder(
                        at("xa.yaml:9: returns.of[0]: "),
                        at("xa.yaml:9: returns.unknown: must be one of refer, warn, reject"),
                        at("xa.yaml:9: returns.less: unknown key"));
    }

    @Test
    void what_is_kept_is_kept_for_days_and_no_other_word_is_taken_for_ever() throws IOException {
        assertThat(faults(post("xa") + "keep: { raw: 400d, proofs: 3650d, items: 1 d }\n"))
                .isEmpty();
        var keep = "keep:\n  raw: 0d\n  decisions: 12h\n  replies: 400\n  proofs: 1000000d\n  items: forever\n";
        assertThat(faults(post("xa") + keep))
                .satisfiesExactly(
                        at("xa.yaml:10: keep.raw: must be a number of days from 1d to 99999d: 400d"),
                        at("xa.yaml:11: keep.decisions: must be a number of days"),
                        at("xa.yaml:12: keep.replies: must be a number of days"),
                        at("xa.yaml:13: keep.proofs: must be a number of days"),
                        at("xa.yaml:14: keep.items: must be a number of days"));
    }

    @Test
    void no_two_partners_share_a_login_or_a_queue() throws IOException {
        file("xa.yaml", post("shared"));
        file("xb.yaml", post("shared"));
        var queue = "name: x\nkind: express\nformats: [ upu-itmatt ]\nwires: { queue: { in: %s, user: %s } }\n";
        file("xc.yaml", queue.formatted("q", "c"));
        file("xd.yaml", queue.formatted("q", "d"));
        file("xe.yaml", queue.formatted("risk.decisions", "risk"));
        assertThat(Partners.check(folder, FORMATS))
                .extracting(PartnerFault::toString)
                .satisfiesExactly(
                        at("xb.yaml:6: wires.sftpHost.user: SFTP login shared is already that of xa.yaml"),
                        at("xd.yaml:4: wires.queue.in: queue q is already that of xc.yaml"),
                        at("xe.yaml:4: wires.queue.in: must be a queue name"),
                        at("xe.yaml:4: wires.queue.user: 'risk' is one of the gateway's own"));
    }
}
