package org.customsgateway.connector.as2;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.customsgateway.connector.Alarm;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Wire;

/** Judges the receipts of partners: each must be about a message that waits for one, of that partner, and about these bytes. */
final class Outstanding {

    private final Ledger ledger;
    private final Alarm alarm;
    private final Clock clock;
    private final Map<List<Object>, CountDownLatch> waiting = new ConcurrentHashMap<>();

    Outstanding(Ledger ledger, Alarm alarm, Clock clock) {
        this.ledger = ledger;
        this.alarm = alarm;
        this.clock = clock;
    }

    /** Opens when the message's receipt has come. To be had before the message goes out. */
    CountDownLatch waits(PartnerId partner, String messageId) {
        return waiting.computeIfAbsent(List.of(partner, messageId), key -> new CountDownLatch(1));
    }

    void waitsNoMore(PartnerId partner, String messageId) {
        waiting.remove(List.of(partner, messageId));
    }

    /**
     * A receipt that came, whichever way. Nothing changes unless it counts.
     *
     * @param bytes with header fields, as it came
     * @throws Refusal when it does not count
     */
    void receive(Peer peer, Entity entity, byte[] bytes) throws Refusal, IOException {
        try {
            judge(peer, entity, bytes);
        } catch (Refusal e) {
            alarm.raise(peer.id(), Wire.AS2, "refused", "receipt", "a receipt does not count: " + e.getMessage());
            throw e;
        }
    }

    private void judge(Peer peer, Entity entity, byte[] bytes) throws Refusal, IOException {
        var given = GivenReceipt.read(
                entity, peer.wire().certificates(), peer.wire().receiving(), clock.instant());
        if (peer.wire().sending().receiptSigned() && !given.signed()) {
            throw new Refusal(Disposition.INSUFFICIENT_MESSAGE_SECURITY, "it is not signed");
        }
        var sent = ledger.sent(peer.id(), given.messageId())
                .filter(each -> each.standing() == Ledger.Standing.AWAITED)
                .orElseThrow(() ->
                        new Refusal(Disposition.UNEXPECTED_PROCESSING_ERROR, "no message with this id waits for one"));
        var taken = Disposition.isTaken(given.disposition());
        // an unsigned receipt proves nothing anyway, and many leave the MIC out of it
        var same = given.mic().isEmpty() && !given.signed() || given.mic().equals(Mic.parse(sent.mic()));
        var detail = taken && !same ? "the partner has got other bytes (MIC)" : printable(given.disposition());
        ledger.receipted(
                peer.id(),
                given.messageId(),
                taken && same ? Ledger.Standing.RECEIPTED : Ledger.Standing.REFUSED,
                detail,
                bytes);
        var latch = waiting.get(List.of(peer.id(), given.messageId()));
        if (latch != null) {
            latch.countDown();
        }
    }

    private static String printable(String disposition) {
        var text = disposition.replaceAll("[^ -~]", "?");
        return text.substring(0, Math.min(200, text.length()));
    }
}
