package org.customsgateway.connector.as2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.customsgateway.connector.Alarm;
import org.customsgateway.connector.Delivery;
import org.customsgateway.connector.Door;
import org.customsgateway.connector.SafeName;
import org.customsgateway.message.Origin;
import org.customsgateway.message.Wire;

/** A message that came in: opened, handed in, and answered with a receipt once it is on disk. */
final class Reception {

    private static final int LONGEST_ID = 500;

    private final Door door;
    private final Ledger ledger;
    private final Decryption decryption;
    private final ReceiptDesk desk;
    private final Alarm alarm;
    private final Path folder;
    private final Clock clock;
    /** Partner and id of what is being received. */
    private final Set<List<Object>> inHand = ConcurrentHashMap.newKeySet();

    Reception(Door door, Ledger ledger, OwnKeys keys, ReceiptDesk desk, Alarm alarm, Path folder, Clock clock) {
        this.door = door;
        this.ledger = ledger;
        this.decryption = new Decryption(keys);
        this.desk = desk;
        this.alarm = alarm;
        this.folder = folder;
        this.clock = clock;
    }

    /** @throws IOException when it could not be kept: there is no receipt then, and the sender comes again */
    Answer receive(Peer peer, Headers http, Part body) throws IOException {
        var messageId = http.get("Message-ID");
        var asked = ReceiptRequest.of(http);
        List<Object> hand = List.of(peer.id(), messageId);
        if (!inHand.add(hand)) {
            return Answer.later(5);
        }
        try {
            if (messageId.isEmpty() || messageId.length() > LONGEST_ID || !messageId.matches("[!-~]+")) {
                throw new Refusal(Disposition.UNEXPECTED_PROCESSING_ERROR, "without a usable Message-ID");
            }
            if (asked.wanted()
                    && asked.later()
                    && peer.wire().receiving().receiptUrl().isEmpty()) {
                throw new Refusal(
                        Disposition.UNEXPECTED_PROCESSING_ERROR,
                        "asks for a later receipt, and wires.as2.receiptUrl is not there");
            }
            return open(peer, http, body, messageId, asked);
        } catch (Refusal e) {
            var id = SafeName.of(messageId.isEmpty() ? "without-id" : messageId);
            alarm.raise(peer.id(), Wire.AS2, "refused", id, e.disposition() + ": " + e.getMessage());
            return desk.refused(peer, messageId, asked, e);
        } finally {
            inHand.remove(hand);
        }
    }

    private Answer open(Peer peer, Headers http, Part body, String messageId, ReceiptRequest asked)
            throws IOException, Refusal {
        var now = clock.instant();
        try (var opening = new Opening(peer.wire(), decryption, folder, peer.largest(), now)) {
            var opened = opening.open(http, body);
            var algorithm = asked.mic(each -> each.isTaken(peer.wire().receiving(), now));
            if (algorithm.isEmpty() && asked.micRequired()) {
                throw new Refusal(Disposition.UNSUPPORTED_MIC, "MIC algorithms " + asked.mics());
            }
            var before = ledger.taken(peer.id(), messageId);
            if (before.isPresent()) {
                return again(peer, opened, before.get(), asked);
            }
            var mic = opened.mic(algorithm.orElseGet(() ->
                    opened.signature().map(found -> found.mic().algorithm()).orElse(MicAlgorithm.SHA_256)));
            return take(peer, opened, messageId, mic, asked);
        }
    }

    /** The receipt that it got, or would have got. An id that was used for something else is no resend. */
    private Answer again(Peer peer, Opened opened, Ledger.Taken before, ReceiptRequest asked)
            throws IOException, Refusal {
        Optional<Mic> mic = Mic.parse(before.mic());
        if (mic.isEmpty() || !opened.mic(mic.get().algorithm()).equals(mic.get())) {
            throw new Refusal(Disposition.UNEXPECTED_PROCESSING_ERROR, "its Message-ID was that of another message");
        }
        if (before.receipt().length == 0 && asked.wanted()) {
            return desk.answer(peer, asked, desk.receipt(peer, before.messageId(), mic.get(), asked));
        }
        return desk.answer(peer, asked, before.receipt());
    }

    private Answer take(Peer peer, Opened opened, String messageId, Mic mic, ReceiptRequest asked) throws IOException {
        // signed before anything is taken: a gateway without a key must not find that out afterwards
        byte[] receipt = asked.wanted() ? desk.receipt(peer, messageId, mic, asked) : new byte[0];
        var delivery = new Delivery(
                peer.id(),
                Wire.AS2,
                opened.fileName().isEmpty() ? "" : SafeName.of(opened.fileName()),
                messageId,
                Delivery.UNKNOWN,
                new Origin(messageId, "", ""));
        String interchangeId;
        try (InputStream content = opened.payload().open()) {
            interchangeId = door.receive(delivery, content).interchangeId();
        }
        var taken = new Ledger.Taken(
                peer.id(), messageId, interchangeId, mic.field(), receipt, asked.wanted() && asked.later());
        try (InputStream proof = opened.proof()) {
            ledger.take(taken, proof);
        }
        return desk.answer(peer, asked, receipt);
    }
}
