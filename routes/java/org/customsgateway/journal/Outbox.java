package org.customsgateway.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.RawBytes;

/** Replies on their way out over the wire. */
public final class Outbox {

    static final String PARKED = "PARKED";

    static final String SELECT = """
            SELECT id, partner, format, interchange_id, control_number, name, raw_sha256, raw_size, state, attempts,
                   next_attempt_at, created_at, delivered_at
            FROM reply""";

    /** Ids of one millisecond are in no order; numbers of one format are. */
    private static final Comparator<Reply> IN_ORDER = Comparator.comparing(Reply::createdAt)
            .thenComparing(Reply::controlNumber)
            .thenComparing(Reply::id);

    private final Journal journal;

    Outbox(Journal journal) {
        this.journal = journal;
    }

    /**
     * Pending and due, in the order of their making: none that was made after one that is still a draft or not yet due, so
     * that no reply overtakes another. A parked one holds up nobody. One node at a time delivers for a partner: let it hold a
     * lease.
     */
    public List<Reply> due(PartnerId partner, Instant now, int limit) {
        return journal.read(tx -> {
            // the draft first: should it be written meanwhile, it is among the pending ones
            Optional<Reply> draft = tx.row(
                    SELECT + " WHERE partner = ? AND state = 'DRAFT' ORDER BY created_at, control_number, id LIMIT 1",
                    Outbox::row,
                    partner);
            List<Reply> pending = tx.rows(
                    SELECT + " WHERE partner = ? AND state = 'PENDING' ORDER BY created_at, control_number, id LIMIT ?",
                    Outbox::row,
                    partner,
                    limit);
            return pending.stream()
                    .takeWhile(reply -> !reply.nextAttempt().isAfter(now))
                    .takeWhile(reply -> draft.isEmpty() || IN_ORDER.compare(reply, draft.get()) < 0)
                    .toList();
        });
    }

    public Answered answered(String replyId) {
        return journal.read(tx -> tx.row(
                        """
                        SELECT asked.origin, i.reference, r.resent FROM reply r
                        JOIN interchange i ON i.id = r.interchange_id
                        LEFT JOIN interchange asked ON asked.id = COALESCE(r.again_for, r.interchange_id)
                        WHERE r.id = ?""",
                        row -> new Answered(
                                Json.origin(row.text(Hidden.INTERCHANGE_ORIGIN)),
                                row.text(Hidden.INTERCHANGE_REFERENCE),
                                row.count()),
                        replyId))
                .orElseThrow(() -> new IllegalArgumentException("no reply " + replyId));
    }

    public void delivered(Collection<String> replyIds, Instant at) {
        journal.write(tx -> tx.batch(
                "UPDATE reply SET state = 'DELIVERED', delivered_at = ? WHERE id = ? AND state = 'PENDING'",
                replyIds.stream().map(id -> new Object[] {at, id}).toList()));
    }

    /** The wire failed: not again before {@code next}. Returns the number of attempts so far. */
    public int failed(String replyId, Instant next, String reason, Instant at) {
        return journal.write(tx -> {
            int attempts = tx.row(
                            "UPDATE reply SET attempts = attempts + 1, next_attempt_at = ? WHERE id = ? RETURNING attempts",
                            Columns::count,
                            next,
                            replyId)
                    .orElseThrow(() -> new IllegalArgumentException("no reply " + replyId));
            step(tx, replyId, "DELIVERY_FAILED", "attempt " + attempts + ": " + reason, at);
            return attempts;
        });
    }

    /** The wire failed too often: set aside, with an alarm. */
    public void park(String replyId, String reason, Instant at) {
        journal.write(tx -> park(tx, replyId, reason, at));
    }

    static boolean park(Transaction tx, String replyId, String reason, Instant at) throws SQLException {
        boolean parked =
                tx.update("UPDATE reply SET state = 'PARKED' WHERE id = ? AND state IN ('DRAFT', 'PENDING')", replyId)
                        == 1;
        if (parked) {
            step(tx, replyId, PARKED, reason, at);
            Alarms.raise(tx, PARKED, replyId, reason, at);
        }
        return parked;
    }

    /** A person lets a parked one be written and go out, or a delivered one go out once more. False when there is none. */
    public boolean resume(String replyId, Instant at) {
        return journal.write(tx -> {
            boolean resumed = tx.update(
                            "UPDATE reply SET resent = resent + CASE state WHEN 'DELIVERED' THEN 1 ELSE 0 END,"
                                    + " state = CASE WHEN raw_sha256 IS NULL THEN 'DRAFT' ELSE 'PENDING' END,"
                                    + " attempts = 0, next_attempt_at = 0"
                                    + " WHERE id = ? AND state IN ('PARKED', 'DELIVERED')",
                            replyId)
                    == 1;
            if (resumed) {
                Alarms.clear(tx, PARKED, replyId, at);
                step(tx, replyId, "RESUMED", "", at);
            }
            return resumed;
        });
    }

    /**
     * The replies that {@code original} has got so far go out once more, same bytes and names, because {@code again} brought
     * the same bytes. {@link Interchanges#receive} does this; a person may do it again, with the time making the difference.
     *
     * @return how many
     */
    public int deliverAgain(String original, String again, Instant at) {
        return journal.write(tx -> deliverAgain(tx, original, again, at));
    }

    static int deliverAgain(Transaction tx, String original, String again, Instant at) throws SQLException {
        return tx.update("""
                INSERT INTO reply (id, partner, format, interchange_id, control_number, again_for, name, raw_sha256, raw_size,
                  state, created_at)
                SELECT CAST(? AS TEXT) || '-' || id, partner, format, interchange_id, control_number, ?, name, raw_sha256,
                  raw_size, 'PENDING', ?
                FROM reply WHERE interchange_id = ? AND again_for IS NULL AND raw_sha256 IS NOT NULL
                ON CONFLICT DO NOTHING""", again + "-" + at.toEpochMilli(), again, at, original);
    }

    static Reply row(Columns row) throws SQLException {
        return new Reply(
                row.text(),
                new PartnerId(row.text()),
                new FormatId(row.text()),
                row.text(),
                row.number(),
                row.text(Hidden.REPLY_NAME),
                raw(row.text(Hidden.REPLY_RAW), row.number()),
                ReplyState.valueOf(row.text()),
                row.count(),
                row.time(),
                row.time(),
                row.time());
    }

    private static RawBytes raw(String sha256, long size) {
        return sha256 == null ? null : new RawBytes(sha256, size);
    }

    static void step(Transaction tx, String replyId, String step, String detail, Instant at) throws SQLException {
        String interchange = tx.row("SELECT interchange_id FROM reply WHERE id = ?", Columns::text, replyId)
                .orElse(null);
        History.step(tx, new Step(at, interchange, null, step, "reply " + replyId + " " + detail));
    }
}
