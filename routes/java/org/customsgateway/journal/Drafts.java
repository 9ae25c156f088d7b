package org.customsgateway.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.ItemId;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.ItemStatus;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.ReplyContent;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;

/** How a draft comes to be, and how it is read back after a crash. */
final class Drafts {

    private static final String STATUSES = "SELECT item_id, n, " + Statuses.COLUMNS + " FROM status WHERE ";

    private static final String REPLY = """
            INSERT INTO reply (id, partner, format, interchange_id, control_number, state, created_at)
            VALUES (?, ?, ?, ?, ?, 'DRAFT', ?)""";

    private static final String LATEST = """
            SELECT created_at FROM (
            SELECT max(created_at) AS created_at FROM reply WHERE partner = ? AND state = 'PENDING'
            UNION ALL
            SELECT max(created_at) AS created_at FROM reply WHERE partner = ? AND state = 'DRAFT'
            ) waiting WHERE created_at IS NOT NULL ORDER BY created_at DESC LIMIT 1""";

    private static final Set<InterchangeState> READABLE = EnumSet.of(InterchangeState.READING, InterchangeState.READ);

    private Drafts() {}

    private record Told(String itemId, long n, Status status) {

        private Told(Columns row) throws SQLException {
            this(row.text(), row.number(), Statuses.row(row));
        }
    }

    private record About(ItemKey key, int sequence, Map<String, String> facts) {}

    static Optional<Draft> draft(
            Transaction tx,
            String replyId,
            String interchangeId,
            Collection<StatusCode> codes,
            FormatId format,
            int max,
            Instant at)
            throws SQLException {
        // after a wait for another node the rows are looked at again: none is taken twice
        List<Told> told = codes.isEmpty() ? List.of() : unreported(tx, interchangeId, codes, max);
        if (told.isEmpty() && !(codes.isEmpty() && takeAnswer(tx, replyId, interchangeId))) {
            return Optional.empty();
        }
        Interchange interchange = Interchanges.all(tx, List.of(interchangeId)).get(0);
        long number = Counters.next(tx, "reply:" + interchange.partner() + ":" + format);
        Instant made = afterOthers(tx, interchange.partner(), at);
        tx.update(REPLY, replyId, interchange.partner(), format, interchangeId, number, made);
        tx.batch(
                "UPDATE status SET reply_id = ? WHERE item_id = ? AND n = ?",
                told.stream()
                        .map(one -> new Object[] {replyId, one.itemId(), one.n()})
                        .toList());
        return Optional.of(new Draft(format, content(tx, replyId, number, made, interchange, told), 0));
    }

    /** Replies go out by the time of their making, and another node's clock may be ahead: none is made before one that waits. */
    private static Instant afterOthers(Transaction tx, PartnerId partner, Instant at) throws SQLException {
        return tx.row(LATEST, Columns::time, partner, partner)
                .filter(latest -> latest.isAfter(at))
                .map(latest -> latest.plusMillis(1))
                .orElse(at);
    }

    static List<Draft> left(Transaction tx, Instant olderThan, Instant now, int limit) throws SQLException {
        List<Reply> replies = tx.rows(
                Outbox.SELECT + " WHERE state = 'DRAFT' AND (created_at < ? OR attempts > 0) AND next_attempt_at <= ?"
                        + " ORDER BY created_at, id LIMIT ?",
                Outbox::row,
                olderThan,
                now,
                limit);
        List<Draft> drafts = new ArrayList<>();
        for (Reply reply : replies) {
            String from = reply.interchangeId() + ItemId.FROM;
            String to = reply.interchangeId() + ItemId.TO;
            List<Told> told = tx.rows(
                    STATUSES + "item_id > ? AND item_id < ? AND reply_id = ? ORDER BY at, item_id, n",
                    Told::new,
                    from,
                    to,
                    reply.id());
            Interchange interchange =
                    Interchanges.all(tx, List.of(reply.interchangeId())).get(0);
            drafts.add(new Draft(
                    reply.format(),
                    content(tx, reply.id(), reply.controlNumber(), reply.createdAt(), interchange, told),
                    reply.attempts()));
        }
        return drafts;
    }

    /** False when it is no longer as it was read: somebody else has written it or failed with it. */
    static boolean notWritten(Transaction tx, Draft draft, Instant next, String reason, Instant at)
            throws SQLException {
        String id = draft.content().replyId();
        boolean counted = tx.update(
                        "UPDATE reply SET attempts = attempts + 1, next_attempt_at = ?"
                                + " WHERE id = ? AND state = 'DRAFT' AND attempts = ?",
                        next,
                        id,
                        draft.attempts())
                == 1;
        if (counted) {
            Outbox.step(tx, id, "WRITING_FAILED", "attempt " + (draft.attempts() + 1) + ": " + reason, at);
        }
        return counted;
    }

    /** Of an item nothing is told before what was earlier and waits for a reply in another format: the last word stays the last. */
    private static List<Told> unreported(Transaction tx, String interchangeId, Collection<StatusCode> codes, int max)
            throws SQLException {
        String names = codes.stream().map(code -> "'" + code.name() + "'").collect(Collectors.joining(", "));
        return tx.rows(
                STATUSES + "interchange_id = ? AND wanted = 1 AND reply_id IS NULL AND code IN (" + names
                        + ") AND NOT EXISTS (SELECT 1 FROM status earlier WHERE earlier.item_id = status.item_id"
                        + " AND earlier.n < status.n AND earlier.wanted = 1 AND earlier.reply_id IS NULL"
                        + " AND earlier.code NOT IN (" + names + ")) ORDER BY at, item_id, n LIMIT ?" + tx.locking(),
                Told::new,
                interchangeId,
                max);
    }

    private static boolean takeAnswer(Transaction tx, String replyId, String interchangeId) throws SQLException {
        return tx.update(
                        "UPDATE interchange SET answer_reply_id = ?"
                                + " WHERE id = ? AND answer_wanted = 1 AND answer_reply_id IS NULL",
                        replyId,
                        interchangeId)
                == 1;
    }

    private static ReplyContent content(
            Transaction tx, String replyId, long number, Instant at, Interchange interchange, List<Told> told)
            throws SQLException {
        Map<String, About> about = new HashMap<>();
        tx.rowsIn(
                "SELECT id, key_id, key_date, sequence, facts FROM item WHERE id IN (%s)",
                told.stream().map(Told::itemId).distinct().toList(),
                row -> about.put(
                        row.text(),
                        new About(
                                new ItemKey(row.text(Hidden.ITEM_KEY), row.text()),
                                row.count(),
                                Json.facts(row.text(Hidden.ITEM_FACTS)))));
        Comparator<Told> inOrder = Comparator.comparingInt(
                        (Told one) -> about.get(one.itemId()).sequence())
                .thenComparing(Told::n);
        List<ItemStatus> items = new ArrayList<>();
        for (Told one : told.stream().sorted(inOrder).toList()) {
            About item = about.get(one.itemId());
            Map<String, String> facts = Referrals.with(
                    tx, item.facts(), one.itemId(), one.n(), one.status().code());
            items.add(new ItemStatus(one.itemId(), item.key(), item.sequence(), facts, one.status()));
        }
        return new ReplyContent(
                replyId,
                number,
                interchange.partner(),
                interchange.id(),
                interchange.reference(),
                interchange.name(),
                interchange.facts(),
                Map.of(),
                at,
                items.isEmpty() && !READABLE.contains(interchange.state()),
                items.isEmpty() ? interchange.problems() : List.of(),
                items);
    }
}
