package org.customsgateway.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customsgateway.connector.DuplicatePolicy.SameBytes;
import org.customsgateway.connector.DuplicatePolicy.SameKey;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.StatusCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartnersTest {

    static final Map<FormatId, Agreeable> FORMATS = Map.of(
            new FormatId("upu-itmatt"), new Agreeable(Set.of(new FormatId("upu-cusrsp")), Set.of()),
            new FormatId("upu-cusitm"),
                    new Agreeable(
                            Set.of(new FormatId("un-cusres-d96b"), new FormatId("un-cusres-d01b")),
                            Set.of("reference")));
    static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";

    @TempDir
    Path folder;

    private final Alarms alarms = new Alarms();
    private final List<String> told = new ArrayList<>();

    private void file(String name, String text) throws IOException {
        // another name first, so that no look sees half a file
        var written = Files.writeString(folder.resolve(".written"), text);
        Files.move(written, folder.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static String post(String user) {
        return """
                name: Post of Examplia
                kind: post
                formats: [ upu-itmatt, upu-cusitm ]
                wires:
                  sftpHost:
                    user: %s
                    keys:
                      - %s
                """.formatted(user, KEY);
    }

    private Partners partners() {
        var partners = new Partners(folder, () -> FORMATS, alarms);
        partners.listen(new PartnerListener() {
            @Override
            public void added(Partner partner) {
                told.add("added " + partner.id());
            }

            @Override
            public void removed(Partner partner) {
                told.add("removed " + partner.id());
            }

            @Override
            public void changed(Partner before, Partner after) {
                told.add("changed " + after.id() + " to " + after.name());
            }
        });
        return partners;
    }

    private List<String> faults(String text) throws IOException {
        file("xa.yaml", text);
        return Partners.check(folder, FORMATS).stream()
                .map(PartnerFault::toString)
                .toList();
    }

    @Test
    void a_short_file_gets_the_defaults() throws IOException {
        file("xa.yaml", post("xa"));
        try (var partners = partners()) {
            partners.start();
            var partner = partners.find(new PartnerId("xa")).orElseThrow();
            assertThat(partner.kind()).isEqualTo(PartnerKind.POST);
            assertThat(partner.formats()).containsExactly(new FormatId("upu-itmatt"), new FormatId("upu-cusitm"));
            assertThat(partner.reply().wire()).isEqualTo(WireEnd.SFTP_HOST);
            assertThat(partner.reply().statuses()).containsExactlyInAnyOrder(StatusCode.values());
            assertThat(partner.reply().batchItems()).isEqualTo(1_000);
            assertThat(partner.duplicates()).isEqualTo(new DuplicatePolicy(SameBytes.ANSWER_AGAIN, SameKey.AMEND));
            assertThat(partner.limits()).isEqualTo(new Limits(1L << 30, 1_000_000, 0));
            assertThat(partner.decisionTimeout()).isEqualTo(Duration.ofHours(4));
        }
    }

    @Test
    void that_something_is_left_out_of_replies_can_be_agreed_but_not_by_saying_nothing() throws IOException {
        file("xa.yaml", post("xa") + "profile: { reference: \"\" }\n");
        try (var partners = partners()) {
            partners.start();
            assertThat(partners.find(new PartnerId("xa")).orElseThrow().profile())
                    .containsExactly(Map.entry("reference", ""));
        }
        assertThat(faults(post("xa") + "profile: { reference: }\n"))
                .singleElement()
                .asString()
                .contains("profile.reference", "must be one value");
    }

    @Test
    void what_is_agreed_about_the_formats_must_be_something_that_they_know() throws IOException {
        file(
                "xa.yaml",
                post("xa")
                        + "profile: { reference: ACW }\nreply: { formats: [ un-cusres-d01b ], acknowledge: always }\n");
        try (var partners = partners()) {
            partners.start();
            var partner = partners.find(new PartnerId("xa")).orElseThrow();
            assertThat(partner.profile()).containsExactly(Map.entry("reference", "ACW"));
            assertThat(partner.reply().formats()).containsExactly(new FormatId("un-cusres-d01b"));
            assertThat(partner.reply().acknowledge()).isEqualTo(Acknowledge.ALWAYS);
        }
        assertThat(faults(post("xa") + "profile: { refernce: ACW }\nreply: { formats: [ un-contrl-d3 ] }\n"))
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault)
                                .contains("profile")
                                .contains("'refernce' is not known: use one of reference"),
                        fault -> assertThat(fault)
                                .contains("reply.formats[0]")
                                .contains("'un-contrl-d3' answers none of this partner's formats"));
    }

    @Test
    void every_key_can_be_set() throws IOException {
        Files.writeString(folder.resolve("secret"), "sesame\n");
        var text = """
                name: "Carrier"
                kind: express
                formats: [ upu-itmatt ]
                reply:
                  wire: queue
                  statuses: [ RECEIVED, RELEASED ]
                  batch: { items: 10, wait: 500ms }
                  retry: { attempts: 3, first: 1s, max: 1m }
                duplicates: { bytes: refuse, key: reject }
                limits: { interchange: 10MB, items: 500, perMinute: 60 }
                decisions: { timeout: 2d }
                wires:
                  sftpHost: { keys: [ %s ], sessions: 2, quota: 20MB }
                  sftpClient:
                    host: sftp.carrier.example
                    port: 2222
                    user: customs
                    password: file:secret
                    hostKeys: [ %s ]
                    inbox: /to/customs
                    outbox: from/customs
                    poll: 1m
                    settle: false
                    after: move:done
                    connectTimeout: 3s
                    readTimeout: 4s
                  queue: { in: carrier.in, out: carrier.out, user: carrier, password: file:secret,
                           replyTo: from-message, correlation: reference, sessions: 7 }
                """.formatted(KEY, KEY);
        file("carrier.yaml", text);
        try (var partners = partners()) {
            partners.start();
            var partner = partners.find(new PartnerId("carrier")).orElseThrow();
            assertThat(partner.reply().retry().wait(9)).isEqualTo(Duration.ofMinutes(1));
            var client = partner.wires().sftpClient().orElseThrow();
            assertThat(client.moveTo()).contains("done");
            assertThat(client.password().orElseThrow().reveal()).isEqualTo("sesame");
            assertThat(client.toString()).doesNotContain("sesame");
            assertThat(partner.wires().sftpHost().orElseThrow().user()).isEqualTo("carrier");
            var queue = partner.wires().queue().orElseThrow();
            assertThat(queue.replyTo()).isEqualTo(ReplyTo.FROM_MESSAGE);
            assertThat(queue.correlation()).isEqualTo(Correlation.REFERENCE);
            assertThat(queue.sessions()).isEqualTo(7);
        }
    }

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

    private static java.util.function.Consumer<String> at(String start) {
        return fault -> assertThat(fault).startsWith(start);
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

    @Test
    void a_start_with_a_fault_fails_and_nobody_is_told() throws IOException {
        file("xa.yaml", post("xa"));
        file("xb.yaml", "kind: post\n");
        try (var partners = partners()) {
            assertThatThrownBy(partners::start)
                    .isInstanceOfSatisfying(
                            InvalidPartners.class,
                            failure -> assertThat(failure.faults()).hasSize(3))
                    .hasMessageContaining("xb.yaml:1: name: is missing");
            assertThat(told).isEmpty();
            assertThat(partners.all()).isEmpty();
        }
    }

    @Test
    void files_come_change_and_go_without_a_restart_and_a_broken_one_keeps_the_last_good() throws IOException {
        file("xa.yaml", post("xa"));
        try (var partners = partners()) {
            partners.start();
            file("xb.yaml", post("xb"));
            file(".hidden.yaml", "no");
            file("example.yaml.example", "no");
            partners.look();
            partners.look();
            assertThat(told).containsExactly("added xa", "added xb");

            file("xa.yaml", post("xa").replace("Examplia", "Elsewhere"));
            partners.look();
            assertThat(told).containsSequence("added xb", "changed xa to Post of Elsewhere");

            file("xa.yaml", "name: [\n");
            partners.look();
            assertThat(partners.faults()).extracting(PartnerFault::file).containsExactly("xa.yaml");
            assertThat(partners.find(new PartnerId("xa")).orElseThrow().name()).isEqualTo("Post of Elsewhere");

            file("xc.yaml", post("xb"));
            partners.look();
            assertThat(partners.faults()).extracting(PartnerFault::file).containsExactly("xa.yaml", "xc.yaml");
            assertThat(partners.find(new PartnerId("xc"))).isEmpty();

            file("xa.yaml", post("xa").replace("Examplia", "Elsewhere"));
            Files.delete(folder.resolve("xb.yaml"));
            partners.look();
            assertThat(partners.faults()).isEmpty();
            assertThat(told).endsWith("removed xb", "added xc");
        }
    }

    @Test
    void a_listener_that_fails_is_an_alarm_and_stops_nobody_else() throws IOException {
        file("xa.yaml", post("xa"));
        try (var partners = new Partners(folder, () -> FORMATS, alarms)) {
            partners.listen(new PartnerListener() {
                @Override
                public void added(Partner partner) {
                    throw new IllegalStateException("no");
                }

                @Override
                public void removed(Partner partner) {}
            });
            var second = new ArrayList<String>();
            partners.listen(new PartnerListener() {
                @Override
                public void added(Partner partner) {
                    second.add(partner.id().value());
                }

                @Override
                public void removed(Partner partner) {}
            });
            partners.start();
            assertThat(second).containsExactly("xa");
            assertThat(alarms.raised).containsExactly("xa partner-file");
        }
    }
}
