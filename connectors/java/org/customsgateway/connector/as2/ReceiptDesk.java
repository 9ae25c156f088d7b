package org.customsgateway.connector.as2;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes receipts, and answers with them. */
final class ReceiptDesk {

    /** RFC 9110, 5.6.7. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final OwnKeys keys;
    private final LaterReceipts later;
    private final Refusals refusals;
    private final Supplier<String> ids;
    private final Clock clock;

    /** @param ids never the same twice: of messages, and for boundaries */
    ReceiptDesk(OwnKeys keys, LaterReceipts later, Refusals refusals, Supplier<String> ids, Clock clock) {
        this.keys = keys;
        this.later = later;
        this.refusals = refusals;
        this.ids = ids;
        this.clock = clock;
    }

    /** For a message that is taken. */
    byte[] receipt(Peer peer, String messageId, Mic mic, ReceiptRequest asked) throws IOException {
        var receipt = new Receipt(peer.wire().ours(), messageId, Disposition.PROCESSED, Optional.of(mic));
        return written(peer, receipt, asked.signed(), mic.algorithm());
    }

    private byte[] written(Peer peer, Receipt receipt, boolean signed, MicAlgorithm algorithm) throws IOException {
        var plain = receipt.written("report-" + ids.get());
        if (!signed) {
            return Receipt.bytes(plain);
        }
        var key = keys.signing(peer.wire(), clock.instant())
                .orElseThrow(() -> new IOException("no key of the gateway's own is valid for " + peer.id()));
        return Receipt.bytes(Layers.signed(plain, key, algorithm, "signed-" + ids.get()));
    }

    Answer answer(Peer peer, ReceiptRequest asked, byte[] receipt) {
        if (!asked.wanted()) {
            return Answer.taken();
        }
        if (asked.later()) {
            later.wake(peer);
            return Answer.taken();
        }
        return Answer.receipt(receipt, around(peer));
    }

    /** For a message that is not taken, and may come again, better. */
    Answer refused(Peer peer, String messageId, ReceiptRequest asked, Refusal refusal) throws IOException {
        var disposition = refusal.disposition();
        var reason = disposition + ": " + refusal.getMessage();
        if (!asked.wanted()) {
            refusals.of(peer, messageId, reason, new byte[0], false);
            return Answer.refused(400);
        }
        var shown = messageId.matches("[!-~]{1,500}") ? messageId : "";
        var receipt = new Receipt(peer.wire().ours(), shown, disposition, Optional.empty());
        byte[] written = written(peer, receipt, asked.signed(), MicAlgorithm.SHA_256);
        boolean goesLater =
                asked.later() && peer.wire().receiving().receiptUrl().isPresent();
        boolean kept = refusals.of(peer, messageId, reason, written, goesLater);
        if (goesLater) {
            if (kept) {
                later.wake(peer);
            } else {
                later.once(peer, written);
            }
            return Answer.taken();
        }
        return Answer.receipt(written, around(peer));
    }

    /** The header fields of AS2 that go with a receipt. */
    Headers around(Peer peer) {
        return Headers.of(
                "AS2-Version",
                "1.2",
                "AS2-From",
                Peers.header(peer.wire().ours()),
                "AS2-To",
                Peers.header(peer.wire().id()),
                "Message-ID",
                "<receipt-" + ids.get() + "@customs-gateway>",
                "Date",
                DATE.format(clock.instant()),
                "MIME-Version",
                "1.0");
    }
}
