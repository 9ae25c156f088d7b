package org.customsgateway.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.customsgateway.connector.DuplicatePolicy.SameBytes;
import org.customsgateway.connector.DuplicatePolicy.SameKey;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.LegKind;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Purpose;
import org.customsgateway.message.StatusCode;
import org.junit.jupiter.api.Test;

/** What a file without a fault says of its partner. */
class PartnerFileTest extends PartnerFiles {

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
                match: { legs: [ payment ], window: 36h }
                returns: { of: [ market ], unknown: reject, more: warn }
                decisions: { timeout: 2d, payment: wait }
                keep: { raw: 400d }
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
            assertThat(partner.match()).isEqualTo(new MatchPolicy(Set.of(LegKind.PAYMENT), Duration.ofHours(36)));
            assertThat(partner.returns())
                    .isEqualTo(new ReturnPolicy(Set.of(new PartnerId("market")), OnDoubt.REJECT, OnDoubt.WARN));
            assertThat(partner.keep()).isEqualTo(new KeepPolicy(Map.of(Purpose.RAW, Duration.ofDays(400))));
            assertThat(partner.reply().retry().wait(9)).isEqualTo(Duration.ofMinutes(1));
            assertThat(partner.payment()).contains(Payment.WAIT);
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
}
