package org.customsgateway.connector.as2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.customsgateway.connector.As2Sending;
import org.customsgateway.connector.As2Sending.AskedReceipt;
import org.customsgateway.connector.Declined;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.Held;
import org.customsgateway.connector.http.ServerAnswer;

/** Sends replies to one partner, each until its receipt has come. */
final class Sender implements AutoCloseable {

    /** A delivery may hold its thread, and the partner's turn, for so long; after that it is looked at again. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration LOOK = Duration.ofSeconds(3);

    private final Peer peer;
    private final Post post;
    private final Sealing sealing;
    private final Ledger ledger;
    private final Outstanding outstanding;
    private final ReceiptDesk desk;
    private final Path folder;
    private final Optional<String> ownUrl;
    private final Clock clock;

    Sender(
            Peer peer,
            Sealing sealing,
            Ledger ledger,
            Outstanding outstanding,
            ReceiptDesk desk,
            Path folder,
            Optional<String> ownUrl,
            Clock clock) {
        this.peer = peer;
        this.post = new Post(peer.wire().sending());
        this.sealing = sealing;
        this.ledger = ledger;
        this.outstanding = outstanding;
        this.desk = desk;
        this.folder = folder;
        this.ownUrl = ownUrl;
        this.clock = clock;
    }

    private As2Sending sending() {
        return peer.wire().sending();
    }

    /** Returns when the partner's receipt says that it has these bytes; one that came meanwhile is as good. */
    void deliver(Dispatch dispatch) throws IOException {
        var messageId = "<" + dispatch.id().replaceAll("[^A-Za-z0-9._-]", "_") + "@"
                + peer.wire().ours().replaceAll("[^A-Za-z0-9.-]", "-") + ">";
        var latch = outstanding.waits(peer.id(), messageId);
        try {
            var before = ledger.sent(peer.id(), messageId);
            if (before.map(Ledger.Sent::standing).orElse(null) == Ledger.Standing.RECEIPTED) {
                return;
            }
            boolean late = sending().receipt() == AskedReceipt.ASYNC;
            if (!late || before.isEmpty() || !isAwaited(before.get())) {
                send(dispatch, messageId);
            }
            if (late) {
                await(messageId, latch);
            }
        } finally {
            outstanding.waitsNoMore(peer.id(), messageId);
        }
    }

    private boolean isAwaited(Ledger.Sent sent) {
        return sent.standing() == Ledger.Standing.AWAITED
                && clock.instant().isBefore(sent.sentAt().plus(sending().receiptWait()));
    }

    private void send(Dispatch dispatch, String messageId) throws IOException {
        try (Sealed sealed = sealing.seal(peer.wire(), dispatch)) {
            try (InputStream proof = sealed.proof().all().open()) {
                ledger.send(peer.id(), messageId, dispatch.id(), sealed.mic().field(), proof);
            }
            var headers = headers(messageId, dispatch.name(), sealed.mic().algorithm());
            sealed.headers().all().forEach(headers::add);
            Post.Reply reply;
            try {
                reply = post.send(
                        sending().url().orElseThrow(), headers, sealed.body().all());
            } catch (IOException e) {
                throw new Held("no answer from the partner's server: " + e.getMessage(), Duration.ZERO);
            }
            if (!ServerAnswer.isGood(reply.status())) {
                throw new Held("the partner's server answered " + reply.status(), Duration.ZERO);
            }
            switch (sending().receipt()) {
                case NONE ->
                    ledger.receipted(
                            peer.id(), messageId, Ledger.Standing.RECEIPTED, "no receipt was asked for", new byte[0]);
                case SYNC -> receipt(messageId, reply);
                case ASYNC -> {
                    // comes to the listener
                }
            }
        }
    }

    private void receipt(String messageId, Post.Reply reply) throws IOException {
        try (var spool = new Spool(folder, Long.MAX_VALUE)) {
            spool.write(reply.body());
            var entity = Entity.outermost(reply.headers(), spool.all());
            try (InputStream all = entity.withHeaders()) {
                outstanding.receive(peer, entity, all.readAllBytes());
            }
        } catch (Refusal e) {
            throw new IOException("the partner's receipt does not count: " + e.getMessage(), e);
        }
        judged(messageId);
    }

    /** @return whether the receipt has come */
    private boolean judged(String messageId) throws IOException {
        var sent = ledger.sent(peer.id(), messageId).orElseThrow(() -> new IOException("not in the journal"));
        if (sent.standing() == Ledger.Standing.REFUSED) {
            throw new Declined("the partner's receipt: " + sent.detail(), true);
        }
        return sent.standing() == Ledger.Standing.RECEIPTED;
    }

    private void await(String messageId, CountDownLatch latch) throws IOException {
        Instant until = clock.instant().plus(PATIENCE);
        while (!judged(messageId)) {
            var sent = ledger.sent(peer.id(), messageId).orElseThrow();
            Instant now = clock.instant();
            Instant end = sent.sentAt().plus(sending().receiptWait());
            if (!now.isBefore(end)) {
                throw new IOException("no receipt within " + sending().receiptWait() + ": it is sent again");
            }
            if (!now.isBefore(until)) {
                throw new Held("its receipt is awaited", Duration.ZERO);
            }
            try {
                // it may come to another node, which only the journal shows
                latch.await(Math.min(LOOK.toMillis(), Duration.between(now, end).toMillis()), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    private Headers headers(String messageId, String name, MicAlgorithm algorithm) throws Held {
        var headers = desk.around(peer);
        var all = Headers.of("Message-ID", messageId, "Subject", name.replaceAll("[^ -~]", "_"));
        headers.all().forEach(all::add);
        if (sending().receipt() == AskedReceipt.NONE) {
            return all;
        }
        all.add("Disposition-Notification-To", Peers.header(peer.wire().ours()));
        // the digest is asked for even where no signature is: it is what tells that these bytes have arrived
        var digest =
                "signed-receipt-micalg=" + (sending().receiptSigned() ? "required, " : "optional, ") + algorithm.mime();
        all.add(
                "Disposition-Notification-Options",
                sending().receiptSigned() ? "signed-receipt-protocol=required, pkcs7-signature; " + digest : digest);
        if (sending().receipt() == AskedReceipt.ASYNC) {
            all.add(
                    "Receipt-Delivery-Option",
                    ownUrl.orElseThrow(
                            () -> new Held("gateway.as2.url is not set: receipts find no way", Duration.ZERO)));
        }
        return all;
    }

    /** A receipt of the gateway's own, in a request of its own. */
    void receipt(byte[] receipt) throws IOException {
        try (var body = new Spool(folder, Long.MAX_VALUE)) {
            int begin = Answer.bodyOf(receipt);
            body.write(receipt, begin, receipt.length - begin);
            var headers = desk.around(peer);
            Headers.parse(java.util.Arrays.copyOf(receipt, begin)).all().forEach(headers::add);
            var to = peer.wire().receiving().receiptUrl().orElseThrow(() -> new IOException("no receiptUrl"));
            var reply = post.send(to, headers, body.all());
            if (!ServerAnswer.isGood(reply.status())) {
                throw new IOException("the partner's server answered " + reply.status());
            }
        }
    }

    @Override
    public void close() {
        post.close();
    }
}
