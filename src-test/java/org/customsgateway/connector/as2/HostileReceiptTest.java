package org.customsgateway.connector.as2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.customsgateway.connector.Alarms;
import org.customsgateway.connector.as2.Ledger.Standing;
import org.customsgateway.message.PartnerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which receipts count: those that answer a message that waits, are the partner's, and are about these bytes. */
class HostileReceiptTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final OwnKey POST = TestKeys.make("post", NOW, Duration.ofDays(300));
    private static final OwnKey OTHER = TestKeys.make("other", NOW, Duration.ofDays(300));
    private static final PartnerId ID = new PartnerId("post");
    private static final Mic MIC = new Mic(MicAlgorithm.SHA_256, new byte[32]);

    @TempDir
    Path folder;

    private final java.time.Clock clock = java.time.Clock.fixed(NOW, java.time.ZoneOffset.UTC);
    private final InMemoryLedger ledger = new InMemoryLedger(clock);
    private final Alarms alarms = new Alarms();
    private final Outstanding outstanding = new Outstanding(ledger, alarms, clock);

    @BeforeEach
    void send() throws IOException {
        ledger.send(ID, "<m1@customs>", "reply-1", MIC.field(), new ByteArrayInputStream(new byte[0]));
    }

    private static Receipt receipt(String messageId, Disposition disposition, Mic mic) {
        return new Receipt("POST", messageId, disposition, Optional.ofNullable(mic));
    }

    private void comes(Outgoing receipt) throws IOException, Refusal {
        var peers = new Peers(clock);
        var partner = new Agreement("POST", "CUSTOMS", POST).partner("post");
        peers.admit(partner, partner.wires().as2().orElseThrow());
        try (var spool = new Spool(folder, 100_000)) {
            receipt.body().writeTo(spool);
            outstanding.receive(
                    peers.find(ID).orElseThrow(), Entity.outermost(receipt.headers(), spool.all()), new byte[] {1});
        }
    }

    private static Outgoing signed(Receipt receipt, OwnKey key) {
        return Layers.signed(receipt.written("r1"), key, MicAlgorithm.SHA_256, "s1");
    }

    private Standing standing() {
        return ledger.sent(ID, "<m1@customs>").orElseThrow().standing();
    }

    private void doesNotCount(Outgoing receipt) {
        assertThatThrownBy(() -> comes(receipt)).isInstanceOf(Refusal.class);
        assertThat(standing()).isEqualTo(Standing.AWAITED);
        assertThat(alarms.raised).contains("post refused receipt");
    }

    @Test
    void the_partners_receipt_counts_once() throws Exception {
        var good = signed(receipt("<m1@customs>", Disposition.PROCESSED, MIC), POST);
        comes(good);
        assertThat(standing()).isEqualTo(Standing.RECEIPTED);

        assertThatThrownBy(() -> comes(signed(receipt("<m1@customs>", Disposition.DECRYPTION_FAILED, null), POST)))
                .isInstanceOf(Refusal.class);
        assertThat(standing()).isEqualTo(Standing.RECEIPTED);
    }

    @Test
    void an_unsigned_one_does_not_where_it_must_be_signed() {
        doesNotCount(receipt("<m1@customs>", Disposition.PROCESSED, MIC).written("r1"));
    }

    @Test
    void somebody_elses_does_not() {
        doesNotCount(signed(receipt("<m1@customs>", Disposition.PROCESSED, MIC), OTHER));
    }

    @Test
    void one_about_a_message_that_does_not_wait_does_not() {
        doesNotCount(signed(receipt("<m2@customs>", Disposition.PROCESSED, MIC), POST));
    }

    @Test
    void one_that_was_changed_does_not() {
        var good = signed(receipt("<m1@customs>", Disposition.DECRYPTION_FAILED, MIC), POST);
        doesNotCount(new Outgoing(good.headers(), out -> {
            var text = new java.io.ByteArrayOutputStream();
            good.body().writeTo(text);
            out.write(text.toString()
                    .replace("processed/error: decryption-failed", "processed")
                    .getBytes());
        }));
    }

    @Test
    void one_without_anything_in_it_does_not() {
        doesNotCount(Layers.multipart("multipart/report", "r1", java.util.List.of()));
        doesNotCount(new Outgoing(Headers.of("Content-Type", "text/plain"), out -> out.write(new byte[10])));
    }

    @Test
    void one_about_other_bytes_says_that_the_message_did_not_arrive() throws Exception {
        var other = new Mic(MicAlgorithm.SHA_256, new byte[] {1});
        comes(signed(receipt("<m1@customs>", Disposition.PROCESSED, other), POST));

        assertThat(standing()).isEqualTo(Standing.REFUSED);
        assertThat(ledger.sent(ID, "<m1@customs>").orElseThrow().detail()).contains("MIC");
    }

    /** Nothing is no success. */
    @Test
    void one_without_mic_or_disposition_says_so_too() throws Exception {
        comes(signed(receipt("<m1@customs>", Disposition.PROCESSED, null), POST));
        assertThat(standing()).isEqualTo(Standing.REFUSED);

        ledger.send(ID, "<m1@customs>", "reply-1", MIC.field(), new ByteArrayInputStream(new byte[0]));
        var without = new Outgoing(
                Headers.of("Content-Type", "message/disposition-notification"),
                out -> out.write(("Original-Message-ID: <m1@customs>\r\nReceived-Content-MIC: " + MIC.field() + "\r\n")
                        .getBytes()));
        comes(Layers.signed(
                Layers.multipart(
                        "multipart/report; report-type=disposition-notification", "r1", java.util.List.of(without)),
                POST,
                MicAlgorithm.SHA_256,
                "s1"));
        assertThat(standing()).isEqualTo(Standing.REFUSED);
    }

    @Test
    void a_warning_is_no_refusal() {
        assertThat(Disposition.isTaken(
                        "automatic-action/MDN-sent-automatically; processed/warning: duplicate-document"))
                .isTrue();
        assertThat(Disposition.isTaken("automatic-action/MDN-sent-automatically;Processed"))
                .isTrue();
        assertThat(Disposition.isTaken("automatic-action/MDN-sent-automatically; processed/error: x"))
                .isFalse();
        assertThat(Disposition.isTaken("automatic-action/MDN-sent-automatically; failed/failure: x"))
                .isFalse();
        assertThat(Disposition.isTaken("")).isFalse();
    }
}
