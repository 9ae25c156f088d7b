package org.customsgateway.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.customsgateway.message.PartnerId;

/** The declarations on their way to the back-ends. */
public final class HandOvers {

    private static final String UNSENT = """
            SELECT h.item_id, h.backend, h.partner, h.enrichment, d.bytes, h.shown
            FROM hand_over h JOIN declaration d ON d.item_id = h.item_id
            WHERE h.sent_at IS NULL AND h.answered_at IS NULL AND h.held IS NULL""";

    private static final String SENT = """
            SELECT h.item_id, h.backend, h.partner, h.enrichment, d.bytes, h.shown
            FROM hand_over h JOIN declaration d ON d.item_id = h.item_id
            WHERE h.sent_at IS NOT NULL AND h.item_id = ? AND h.backend IN (%s)""";

    private final Journal journal;

    HandOvers(Journal journal) {
        this.journal = journal;
    }

    /**
     * Those of a back-end journaled before {@code olderThan} that the broker may not have got, oldest first. For the sweep after a crash.
     *
     * @param skip the oldest of them, which were seen not to go
     */
    public List<Outgoing> unsent(String backend, Instant olderThan, int limit, int skip) {
        return journal.read(tx -> tx.rows(
                UNSENT + " AND h.backend = ? AND h.created_at < ? ORDER BY h.created_at LIMIT ? OFFSET ?",
                HandOvers::outgoing,
                backend,
                olderThan,
                limit,
                skip));
    }

    /** Of these declarations what the broker may not have got. */
    public List<Outgoing> unsent(Collection<String> itemIds) {
        return journal.read(tx -> tx.rowsIn(UNSENT + " AND h.item_id IN (%s)", itemIds, HandOvers::outgoing));
    }

    /** What these back-ends have got of a declaration. */
    public List<Outgoing> sent(String itemId, Collection<String> backEnds) {
        return journal.read(tx -> tx.rowsIn(SENT, backEnds, HandOvers::outgoing, itemId));
    }

    private static Outgoing outgoing(Columns row) throws SQLException {
        return new Outgoing(
                handOver(row),
                Statuses.orEmpty(row.text(Hidden.ENRICHMENT)),
                row.bytes(Hidden.DECLARATION),
                Statuses.orEmpty(row.text()),
                0);
    }

    /** What each back-end that the declaration goes to, or went, was shown of it: empty for all. One that is held has nothing yet. */
    public Map<String, String> shown(String itemId) {
        Map<String, String> shown = new TreeMap<>();
        journal.read(tx -> tx.rows(
                "SELECT backend, shown FROM hand_over WHERE item_id = ? AND held IS NULL",
                row -> shown.put(row.text(), Statuses.orEmpty(row.text())),
                itemId));
        return shown;
    }

    /** The broker has them. */
    public void sent(Collection<HandOver> handOvers, Instant at) {
        sent(handOvers, List.of(), at);
    }

    /**
     * The broker has them.
     *
     * @param copies those of them that nobody answers
     */
    public void sent(Collection<HandOver> handOvers, Collection<HandOver> copies, Instant at) {
        journal.write(tx -> {
            mark(tx, "answered_at = ? WHERE item_id = ? AND backend = ? AND answered_at IS NULL", copies, at);
            return mark(tx, "sent_at = ? WHERE item_id = ? AND backend = ? AND sent_at IS NULL", handOvers, at);
        });
    }

    /** Sent, not answered, past the deadline and not yet marked as timed out; most overdue first. */
    public List<HandOver> overdue(Instant now, int limit) {
        return journal.read(tx -> tx.rows(
                "SELECT item_id, backend, partner FROM hand_over WHERE answered_at IS NULL AND timed_out_at IS NULL"
                        + " AND sent_at IS NOT NULL AND deadline < ? ORDER BY deadline LIMIT ?",
                HandOvers::handOver,
                now,
                limit));
    }

    /** Whether the back-end still owes an answer whose time is up. */
    public boolean late(String backend) {
        return journal.read(tx -> tx.row(
                        "SELECT 1 FROM hand_over WHERE backend = ? AND timed_out_at IS NOT NULL AND answered_at IS NULL LIMIT 1",
                        Columns::count,
                        backend))
                .isPresent();
    }

    /** Marks them as timed out, in one transaction with the statuses that the combiner makes of it. Those answered meanwhile are left alone. */
    public List<Decided.Change> timedOut(Collection<HandOver> handOvers, Instant at, Combiner combiner) {
        return journal.write(tx -> {
            LockedItems items =
                    new LockedItems(tx, handOvers.stream().map(HandOver::itemId).toList(), combiner);
            int[] marked = mark(
                    tx,
                    "timed_out_at = ? WHERE item_id = ? AND backend = ? AND answered_at IS NULL AND timed_out_at IS NULL",
                    handOvers,
                    at);
            int i = 0;
            for (HandOver handOver : handOvers) {
                if (marked[i++] == 1) {
                    LockedItem item = items.get(handOver.itemId());
                    item.overdue(handOver.backend());
                    items.combine(item, null);
                }
            }
            return items.save(tx);
        });
    }

    private static int[] mark(Transaction tx, String what, Collection<HandOver> handOvers, Instant at)
            throws SQLException {
        return tx.batch(
                "UPDATE hand_over SET " + what,
                handOvers.stream()
                        .map(handOver -> new Object[] {at, handOver.itemId(), handOver.backend()})
                        .toList());
    }

    private static HandOver handOver(Columns row) throws SQLException {
        return new HandOver(row.text(), row.text(), new PartnerId(row.text()));
    }
}
