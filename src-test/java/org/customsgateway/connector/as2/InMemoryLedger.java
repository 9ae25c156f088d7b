package org.customsgateway.connector.as2;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.customsgateway.message.PartnerId;

/** A ledger for tests of the wire alone. */
final class InMemoryLedger implements Ledger {

    final Map<String, Taken> taken = new ConcurrentHashMap<>();
    final Map<String, byte[]> proofs = new ConcurrentHashMap<>();
    final List<Refused> refused = new java.util.concurrent.CopyOnWriteArrayList<>();
    final Map<String, Due> due = new ConcurrentHashMap<>();
    final Map<String, Sent> sent = new ConcurrentHashMap<>();
    final Map<String, byte[]> receipts = new ConcurrentHashMap<>();
    volatile boolean refuses;
    /** Whether messages are small enough to be kept. */
    volatile boolean keepsProofs = true;

    private final Clock clock;

    InMemoryLedger(Clock clock) {
        this.clock = clock;
    }

    private byte[] kept(InputStream proof) throws IOException {
        if (keepsProofs) {
            return proof.readAllBytes();
        }
        proof.transferTo(OutputStream.nullOutputStream());
        return new byte[0];
    }

    private static String key(PartnerId partner, String messageId) {
        return partner + " " + messageId;
    }

    @Override
    public Optional<Taken> taken(PartnerId partner, String messageId) {
        return Optional.ofNullable(taken.get(key(partner, messageId)));
    }

    @Override
    public void take(Taken one, InputStream proof) throws IOException {
        if (refuses) {
            throw new IOException("the journal is not there");
        }
        proofs.put(key(one.partner(), one.messageId()), kept(proof));
        taken.put(key(one.partner(), one.messageId()), one);
        if (one.later()) {
            due.put(
                    key(one.partner(), one.messageId()),
                    new Due(one.partner(), one.messageId(), Optional.empty(), one.receipt(), 0));
        }
    }

    @Override
    public void refused(Refused one) {
        refused.add(one);
        if (one.later()) {
            due.put(
                    one.id(),
                    new Due(one.partner().orElseThrow(), one.messageId(), Optional.of(one.id()), one.receipt(), 0));
        }
    }

    private static String key(Due one) {
        return one.refusal().orElseGet(() -> key(one.partner(), one.messageId()));
    }

    @Override
    public List<Due> due(PartnerId partner, Instant now, int most) {
        return due.values().stream()
                .filter(each -> each.partner().equals(partner))
                .toList();
    }

    @Override
    public void receiptSent(Due one) {
        due.remove(key(one));
    }

    @Override
    public void receiptFailed(Due one, Instant next) {
        due.computeIfPresent(
                key(one),
                (id, each) ->
                        new Due(each.partner(), each.messageId(), each.refusal(), each.receipt(), each.attempts() + 1));
    }

    @Override
    public void receiptGivenUp(Due one, String reason) {
        due.remove(key(one));
    }

    @Override
    public Optional<Sent> sent(PartnerId partner, String messageId) {
        return Optional.ofNullable(sent.get(key(partner, messageId)));
    }

    @Override
    public void send(PartnerId partner, String messageId, String replyId, String mic, InputStream proof)
            throws IOException {
        proofs.put(key(partner, messageId), kept(proof));
        sent.put(
                key(partner, messageId),
                new Sent(partner, messageId, replyId, mic, Standing.AWAITED, clock.instant(), ""));
    }

    @Override
    public void receipted(PartnerId partner, String messageId, Standing standing, String detail, byte[] receipt) {
        receipts.put(key(partner, messageId), receipt);
        sent.computeIfPresent(
                key(partner, messageId),
                (id, each) ->
                        new Sent(partner, messageId, each.replyId(), each.mic(), standing, each.sentAt(), detail));
    }
}
