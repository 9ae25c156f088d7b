package org.customsgateway.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.RawBytes;

/** AS2 messages with their receipts, found by their ids. */
public final class As2Messages {

    private static final String PARKED = "RECEIPT-PARKED";

    private static final String SELECT = """
            SELECT partner, incoming, message_id, subject, mic, proof_sha256, proof_size, at, receipt, state, detail, attempts
            FROM as2_message""";

    private static final String KEY = " WHERE partner = ? AND incoming = ? AND message_id = ?";

    private final Journal journal;

    As2Messages(Journal journal) {
        this.journal = journal;
    }

    public Optional<As2Message> find(PartnerId partner, boolean incoming, String messageId) {
        return journal.read(tx -> tx.row(SELECT + KEY, As2Messages::row, partner, incoming, messageId));
    }

    /** Of whichever partner. */
    public List<As2Message> find(String messageId) {
        return journal.read(tx -> tx.rows(
                SELECT + " WHERE message_id = ? ORDER BY partner, incoming LIMIT 20", As2Messages::row, messageId));
    }

    /**
     * An incoming one that is there already stays as it is. An outgoing one that goes out again awaits its receipt anew.
     *
     * @param small what proves it, as in {@link Kept}
     */
    public void put(As2Message message, byte[] small) {
        journal.write(tx -> put(tx, message, new Kept(message.proof(), small)));
    }

    private static int put(Transaction tx, As2Message message, Kept proof) throws SQLException {
        List<String> before = tx.rows(
                "SELECT proof_sha256 FROM as2_message" + KEY,
                row -> row.text(Hidden.AS2_PROOF),
                message.partner(),
                message.incoming(),
                message.messageId());
        int rows = tx.update(
                """
                INSERT INTO as2_message (partner, incoming, message_id, subject, mic, proof_sha256, proof_size, at, receipt,
                  state, detail, attempts, due)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (partner, incoming, message_id) DO UPDATE SET mic = excluded.mic,
                  proof_sha256 = excluded.proof_sha256, proof_size = excluded.proof_size, at = excluded.at,
                  receipt = excluded.receipt, state = excluded.state, detail = excluded.detail
                WHERE as2_message.incoming = 0 AND as2_message.state <> 'RECEIPTED'""",
                message.partner(),
                message.incoming(),
                message.messageId(),
                message.subject(),
                Hidden.AS2_MIC.of(message.mic()),
                Hidden.AS2_PROOF.of(proof.raw().sha256()),
                proof.raw().size(),
                message.at(),
                Hidden.AS2_RECEIPT.of(message.receipt()),
                message.state(),
                Hidden.AS2_DETAIL.of(message.detail()),
                message.attempts(),
                message.at());
        if (rows > 0) {
            proof.in(tx, message.at());
        }
        // whichever of the two is not named any more; the sweep looks whether somebody else names it
        Removal.gone(tx, rows > 0 ? before : List.of(proof.raw().sha256()));
        return rows;
    }

    /** Receipts that are to be sent to a partner, the oldest first. */
    public List<As2Message> due(PartnerId partner, Instant now, int limit) {
        return journal.read(tx -> tx.rows(
                SELECT + " WHERE partner = ? AND state = 'DUE' AND due <= ? ORDER BY due, message_id LIMIT ?",
                As2Messages::row,
                partner,
                now,
                limit));
    }

    public void receiptSent(PartnerId partner, String messageId) {
        journal.write(tx -> tx.update("UPDATE as2_message SET state = 'SENT'" + KEY, partner, true, messageId));
    }

    /** Not again before {@code next}. */
    public void receiptFailed(PartnerId partner, String messageId, Instant next) {
        journal.write(tx -> tx.update(
                "UPDATE as2_message SET attempts = attempts + 1, due = ?" + KEY, next, partner, true, messageId));
    }

    /** Set aside, with an alarm. */
    public void receiptParked(PartnerId partner, String messageId, String reason, Instant at) {
        journal.write(tx -> {
            Alarms.raise(tx, PARKED, partner + " " + messageId, reason, at);
            return tx.update("UPDATE as2_message SET state = 'PARKED'" + KEY, partner, true, messageId);
        });
    }

    /**
     * A person lets the parked receipts of a message go out, whether it was taken or refused.
     *
     * @param subject of the alarm, which goes
     * @return false when none is parked
     */
    public boolean resume(String subject, Instant at) {
        String[] parts = subject.split(" ", 2);
        if (parts.length < 2) {
            return false;
        }
        return journal.write(tx -> tx.update(
                                "UPDATE as2_message SET state = 'DUE', attempts = 0, due = ?" + KEY
                                        + " AND state = 'PARKED'",
                                at,
                                parts[0],
                                true,
                                parts[1])
                        + As2Refusals.resume(tx, parts[0], parts[1], at)
                        // what was refused is forgotten after a time, the alarm about it is not
                        + Alarms.clear(tx, PARKED, subject, at))
                > 0;
    }

    /** The partner's receipt has come. Once there is one, others change nothing. */
    public void receipted(PartnerId partner, String messageId, As2State state, String detail, byte[] receipt) {
        journal.write(tx -> tx.update(
                "UPDATE as2_message SET state = ?, detail = ?, receipt = ?" + KEY + " AND state = 'AWAITED'",
                state,
                Hidden.AS2_DETAIL.of(detail),
                Hidden.AS2_RECEIPT.of(receipt),
                partner,
                false,
                messageId));
    }

    private static As2Message row(Columns row) throws SQLException {
        return new As2Message(
                new PartnerId(row.text()),
                row.yes(),
                row.text(),
                row.text(),
                row.text(Hidden.AS2_MIC),
                new RawBytes(row.text(Hidden.AS2_PROOF), row.number()),
                row.time(),
                row.bytes(Hidden.AS2_RECEIPT),
                As2State.valueOf(row.text()),
                row.text(Hidden.AS2_DETAIL),
                row.count());
    }
}
