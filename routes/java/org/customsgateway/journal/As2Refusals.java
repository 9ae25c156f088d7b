package org.customsgateway.journal;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.customsgateway.message.PartnerId;

/** AS2 messages that were refused, with their receipts. */
public final class As2Refusals {

    private static final String PARKED = "RECEIPT-PARKED";

    /** What strangers leave behind must not grow for ever. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final String SELECT =
            "SELECT id, at, partner, names, message_id, reason, receipt, state, attempts FROM as2_refusal";

    private final Journal journal;

    As2Refusals(Journal journal) {
        this.journal = journal;
    }

    public void put(As2Refusal refusal) {
        journal.write(tx -> {
            tx.update("DELETE FROM as2_refusal WHERE at < ?", refusal.at().minus(KEPT));
            return tx.update(
                    """
                    INSERT INTO as2_refusal (id, at, partner, names, message_id, reason, receipt, state, attempts, due)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    refusal.id(),
                    refusal.at(),
                    refusal.partner().map(PartnerId::value).orElse(""),
                    refusal.names(),
                    refusal.messageId(),
                    refusal.reason(),
                    refusal.receipt(),
                    refusal.state(),
                    refusal.attempts(),
                    refusal.at());
        });
    }

    /** Of whichever partner, the latest first. */
    public List<As2Refusal> find(String messageId) {
        return journal.read(tx ->
                tx.rows(SELECT + " WHERE message_id = ? ORDER BY at DESC, id LIMIT 20", As2Refusals::row, messageId));
    }

    /** The latest first. */
    public List<As2Refusal> latest(int limit) {
        return journal.read(tx -> tx.rows(SELECT + " ORDER BY at DESC, id LIMIT ?", As2Refusals::row, limit));
    }

    /** Receipts that are to be sent to a partner, the oldest first. */
    public List<As2Refusal> due(PartnerId partner, Instant now, int limit) {
        return journal.read(tx -> tx.rows(
                SELECT + " WHERE partner = ? AND state = 'DUE' AND due <= ? ORDER BY due, id LIMIT ?",
                As2Refusals::row,
                partner,
                now,
                limit));
    }

    public void receiptSent(String id) {
        journal.write(tx -> tx.update("UPDATE as2_refusal SET state = 'SENT' WHERE id = ?", id));
    }

    /** Not again before {@code next}. */
    public void receiptFailed(String id, Instant next) {
        journal.write(
                tx -> tx.update("UPDATE as2_refusal SET attempts = attempts + 1, due = ? WHERE id = ?", next, id));
    }

    /** Set aside, with an alarm. */
    public void receiptParked(String id, PartnerId partner, String messageId, String reason, Instant at) {
        journal.write(tx -> {
            Alarms.raise(tx, PARKED, partner + " " + messageId, reason, at);
            return tx.update("UPDATE as2_refusal SET state = 'PARKED' WHERE id = ?", id);
        });
    }

    static int resume(Transaction tx, String partner, String messageId, Instant at) throws SQLException {
        return tx.update(
                "UPDATE as2_refusal SET state = 'DUE', attempts = 0, due = ?"
                        + " WHERE partner = ? AND message_id = ? AND state = 'PARKED'",
                at,
                partner,
                messageId);
    }

    private static As2Refusal row(Columns row) throws SQLException {
        return new As2Refusal(
                row.text(),
                row.time(),
                Optional.of(row.text()).filter(partner -> !partner.isEmpty()).map(PartnerId::new),
                row.text(),
                row.text(),
                row.text(),
                row.bytes(),
                As2State.valueOf(row.text()),
                row.count());
    }
}
