package org.customsgateway.route;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.customsgateway.connector.as2.Ledger;
import org.customsgateway.journal.As2Message;
import org.customsgateway.journal.As2Refusal;
import org.customsgateway.journal.As2State;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.Kept;
import org.customsgateway.journal.RawStore;
import org.customsgateway.message.PartnerId;

/** Keeps AS2 messages and their receipts in the journal, and what proves them with the raw bytes. */
public final class As2Ledger implements Ledger {

    private static final byte[] NO_RECEIPT = new byte[0];

    private final Journal journal;
    private final RawStore raws;
    private final Clock clock;

    public As2Ledger(Journal journal, RawStore raws, Clock clock) {
        this.journal = journal;
        this.raws = raws;
        this.clock = clock;
    }

    @Override
    public Optional<Taken> taken(PartnerId partner, String messageId) {
        return journal.as2()
                .find(partner, true, messageId)
                .map(message -> new Taken(
                        partner,
                        messageId,
                        message.subject(),
                        message.mic(),
                        message.receipt(),
                        message.state() == As2State.DUE));
    }

    @Override
    public void take(Taken taken, InputStream proof) throws IOException {
        Kept kept = raws.take(proof, Long.MAX_VALUE);
        journal.as2()
                .put(
                        new As2Message(
                                taken.partner(),
                                true,
                                taken.messageId(),
                                taken.interchangeId(),
                                taken.mic(),
                                kept.raw(),
                                clock.instant(),
                                taken.receipt(),
                                taken.later() ? As2State.DUE : As2State.ANSWERED,
                                "",
                                0),
                        kept.small());
    }

    @Override
    public List<Due> due(PartnerId partner, Instant now, int most) {
        var taken = journal.as2().due(partner, now, most).stream()
                .map(message ->
                        new Due(partner, message.messageId(), Optional.empty(), message.receipt(), message.attempts()));
        var refused = journal.as2Refusals().due(partner, now, most).stream()
                .map(refusal -> new Due(
                        partner,
                        refusal.messageId(),
                        Optional.of(refusal.id()),
                        refusal.receipt(),
                        refusal.attempts()));
        return Stream.concat(taken, refused).toList();
    }

    @Override
    public void receiptSent(Due due) {
        due.refusal()
                .ifPresentOrElse(
                        journal.as2Refusals()::receiptSent,
                        () -> journal.as2().receiptSent(due.partner(), due.messageId()));
    }

    @Override
    public void receiptFailed(Due due, Instant next) {
        due.refusal()
                .ifPresentOrElse(
                        id -> journal.as2Refusals().receiptFailed(id, next),
                        () -> journal.as2().receiptFailed(due.partner(), due.messageId(), next));
    }

    @Override
    public void receiptGivenUp(Due due, String reason) {
        var now = clock.instant();
        due.refusal()
                .ifPresentOrElse(
                        id -> journal.as2Refusals().receiptParked(id, due.partner(), due.messageId(), reason, now),
                        () -> journal.as2().receiptParked(due.partner(), due.messageId(), reason, now));
    }

    @Override
    public void refused(Refused refused) {
        journal.as2Refusals()
                .put(new As2Refusal(
                        refused.id(),
                        clock.instant(),
                        refused.partner(),
                        refused.names(),
                        refused.messageId(),
                        refused.reason(),
                        refused.receipt(),
                        refused.later() ? As2State.DUE : As2State.ANSWERED,
                        0));
    }

    @Override
    public Optional<Sent> sent(PartnerId partner, String messageId) {
        return journal.as2()
                .find(partner, false, messageId)
                .map(message -> new Sent(
                        partner,
                        messageId,
                        message.subject(),
                        message.mic(),
                        Standing.valueOf(message.state().name()),
                        message.at(),
                        message.detail()));
    }

    @Override
    public void send(PartnerId partner, String messageId, String replyId, String mic, InputStream proof)
            throws IOException {
        Kept kept = raws.take(proof, Long.MAX_VALUE);
        journal.as2()
                .put(
                        new As2Message(
                                partner,
                                false,
                                messageId,
                                replyId,
                                mic,
                                kept.raw(),
                                clock.instant(),
                                NO_RECEIPT,
                                As2State.AWAITED,
                                "",
                                0),
                        kept.small());
    }

    @Override
    public void receipted(PartnerId partner, String messageId, Standing standing, String detail, byte[] receipt) {
        journal.as2().receipted(partner, messageId, As2State.valueOf(standing.name()), detail, receipt);
    }
}
