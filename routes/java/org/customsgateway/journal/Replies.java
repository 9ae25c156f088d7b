package org.customsgateway.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.StatusCode;

/** What partners are to be told, and the replies that tell them, until their bytes are on disk. */
public final class Replies {

    private final Journal journal;

    Replies(Journal journal) {
        this.journal = journal;
    }

    /** Interchanges with something unreported, those that wait longest first. */
    public List<Unreported> unreported(int limit) {
        return unreported(null, limit);
    }

    /** The same from the one after {@code last} on; null for the first ones. */
    public List<Unreported> unreported(Unreported last, int limit) {
        Instant since = last == null ? Instant.EPOCH : last.oldest();
        return journal.read(tx -> tx.rows(
                """
                SELECT * FROM (
                SELECT u.interchange_id, i.partner, i.format, i.state, u.code, u.count, u.oldest
                FROM (SELECT interchange_id, code, count(*) AS count, min(at) AS oldest FROM status
                      WHERE wanted = 1 AND reply_id IS NULL GROUP BY interchange_id, code) u
                JOIN interchange i ON i.id = u.interchange_id
                UNION ALL
                SELECT id, partner, format, state, '', 0, COALESCE(ended_at, received_at) FROM interchange
                WHERE answer_wanted = 1 AND answer_reply_id IS NULL
                ) waiting WHERE (oldest, interchange_id, code) > (?, ?, ?)
                ORDER BY oldest, interchange_id, code LIMIT ?""",
                row -> new Unreported(
                        row.text(),
                        new PartnerId(row.text()),
                        Interchanges.format(row.text()),
                        InterchangeState.valueOf(row.text()),
                        code(row.text()),
                        row.count(),
                        row.time()),
                since,
                last == null ? "" : last.interchangeId(),
                last == null || last.code() == null ? "" : last.code().name(),
                limit));
    }

    /**
     * Takes up to {@code max} unreported statuses of an interchange, oldest first, or the answer to the interchange itself, and
     * the next control number, and makes a draft of them, in one transaction: a crash leaves no gap and nothing told twice.
     * Several nodes may do so at the same time.
     *
     * @param codes of the statuses; none for the answer to the interchange itself
     * @param replyId the gateway's own id of the reply, new and sorted by time
     * @param format of the reply; control numbers run per partner and this format
     * @return empty when nothing is unreported any more
     */
    public Optional<Draft> draft(
            String replyId, String interchangeId, Collection<StatusCode> codes, FormatId format, int max, Instant at) {
        return journal.write(tx -> Drafts.draft(tx, replyId, interchangeId, codes, format, max, at));
    }

    /** No reply format tells this to the partner: it does not wait to be told any more. */
    public void leaveUntold(Unreported unreported) {
        journal.write(tx -> unreported.code() == null
                ? tx.update("UPDATE interchange SET answer_wanted = 0 WHERE id = ?", unreported.interchangeId())
                : tx.update(
                        "UPDATE status SET wanted = 0 WHERE interchange_id = ? AND code = ? AND wanted = 1 AND reply_id IS NULL",
                        unreported.interchangeId(),
                        unreported.code()));
    }

    /** The draft has its bytes: it becomes pending. Twice is once. */
    public void written(String replyId, String name, Kept bytes, Instant at) {
        journal.write(tx -> {
            bytes.in(tx, at);
            return tx.update(
                    "UPDATE reply SET state = 'PENDING', attempts = 0, next_attempt_at = 0, name = ?, raw_sha256 = ?, raw_size = ?"
                            + " WHERE id = ? AND state = 'DRAFT'",
                    Hidden.REPLY_NAME.of(name),
                    Hidden.REPLY_RAW.of(bytes.raw().sha256()),
                    bytes.raw().size(),
                    replyId);
        });
    }

    /**
     * Drafts that nobody is writing: from before {@code olderThan}, where a crash came before {@link #written} or a person has
     * resumed them, and those that could not be written and are due again. They say the same, with the same number and time.
     */
    public List<Draft> drafts(Instant olderThan, Instant now, int limit) {
        return journal.read(tx -> Drafts.left(tx, olderThan, now, limit));
    }

    /** It could not be written: not again before {@code next}. */
    public void notWritten(Draft draft, Instant next, String reason, Instant at) {
        journal.write(tx -> Drafts.notWritten(tx, draft, next, reason, at));
    }

    /** It could not be written too often: set aside, with an alarm. {@link Outbox#resume} lets it be written again. */
    public void park(Draft draft, String reason, Instant at) {
        journal.write(tx -> Drafts.notWritten(tx, draft, at, reason, at)
                && Outbox.park(tx, draft.content().replyId(), reason, at));
    }

    /** All replies that answer this interchange, with those sent again for it when its bytes came again. */
    public List<Reply> of(String interchangeId) {
        return journal.read(tx -> tx.rows(
                Outbox.SELECT + " WHERE interchange_id = ? ORDER BY created_at, id", Outbox::row, interchangeId));
    }

    public Optional<Reply> find(String id) {
        return journal.read(tx -> tx.row(Outbox.SELECT + " WHERE id = ?", Outbox::row, id));
    }

    private static StatusCode code(String value) {
        return value.isEmpty() ? null : StatusCode.valueOf(value);
    }
}
