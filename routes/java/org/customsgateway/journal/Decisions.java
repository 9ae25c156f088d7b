package org.customsgateway.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The decisions of the back-ends and what comes of them. */
public final class Decisions {

    private static final String INSERT = """
            INSERT INTO decision (item_id, backend, decision_ref, n, function_code, outcome, issued_at, received_at, payload)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";

    private static final String ANSWERED =
            "UPDATE hand_over SET answered_at = ? WHERE item_id = ? AND backend = ? AND answered_at IS NULL";

    /** It has as long for its answer as it would have had. */
    private static final String FREED = """
            UPDATE hand_over SET held = NULL, deadline = deadline - created_at + ?, created_at = ?
            WHERE item_id = ? AND backend = ?""";

    private final Journal journal;

    Decisions(Journal journal) {
        this.journal = journal;
    }

    /**
     * Journals decisions and the statuses that the combiner makes of them, in one transaction. A decision that the journal
     * has already changes nothing. The combiner is asked once for each new decision, in the order of the
     * list: what comes of it does not depend on how decisions are batched.
     */
    public Decided decide(List<DecisionEntry> decisions, Combiner combiner) {
        return decide(decisions, combiner, (condition, standing) -> false);
    }

    /** The same, and lets go what was held and may go now. */
    public Decided decide(List<DecisionEntry> decisions, Combiner combiner, Gate gate) {
        return journal.write(tx -> decide(tx, decisions, combiner, gate));
    }

    /** All of an item, in the order of their arrival. */
    public List<Decision> of(String itemId) {
        return journal.read(tx -> tx.rows(
                "SELECT backend, decision_ref, function_code, outcome, issued_at, received_at FROM decision"
                        + " WHERE item_id = ? ORDER BY n",
                Decisions::decision,
                itemId));
    }

    /** The RES document as it came. */
    public Optional<byte[]> payload(String itemId, String backend, String ref) {
        return journal.read(tx -> tx.row(
                "SELECT payload FROM decision WHERE item_id = ? AND backend = ? AND decision_ref = ?",
                row -> row.bytes(Hidden.DECISION_PAYLOAD),
                itemId,
                backend,
                ref));
    }

    static Decision decision(Columns row) throws SQLException {
        return new Decision(
                row.text(), row.text(), row.text(), row.text(Hidden.DECISION_OUTCOME), row.time(), row.time());
    }

    private static Decided decide(Transaction tx, List<DecisionEntry> decisions, Combiner combiner, Gate gate)
            throws SQLException {
        LockedItems items = new LockedItems(
                tx, decisions.stream().map(DecisionEntry::itemId).toList(), combiner);
        List<DecisionEntry> unknown = new ArrayList<>();
        List<DecisionEntry> known = new ArrayList<>();
        decisions.forEach(entry -> (items.find(entry.itemId()).isPresent() ? known : unknown).add(entry));
        int[] inserted = tx.batch(
                INSERT,
                known.stream()
                        .map(entry -> values(entry, items.get(entry.itemId()).nextDecision()))
                        .toList());
        List<Object[]> answered = new ArrayList<>();
        List<Object[]> freed = new ArrayList<>();
        Map<String, LockedItem> decided = new TreeMap<>();
        int repeated = 0;
        for (int i = 0; i < inserted.length; i++) {
            DecisionEntry entry = known.get(i);
            if (inserted[i] == 0) {
                repeated++;
                continue;
            }
            LockedItem item = items.get(entry.itemId());
            if (entry.ends()) {
                answered.add(new Object[] {entry.receivedAt(), entry.itemId(), entry.backend()});
                item.ended(entry.backend());
            }
            Decision news = decision(entry);
            item.decided(news);
            decided.put(item.id(), item);
            for (String backend : item.free(gate)) {
                freed.add(new Object[] {entry.receivedAt(), entry.receivedAt(), entry.itemId(), backend});
            }
            items.combine(item, news);
        }
        tx.batch(ANSWERED, answered);
        tx.batch(FREED, freed);
        List<String> free =
                freed.stream().map(values -> (String) values[2]).distinct().toList();
        List<Decided.Change> changes = items.save(tx);
        Returns.decided(tx, decided.values());
        return new Decided(unknown, repeated, changes, items.unchanged(), free);
    }

    private static Decision decision(DecisionEntry entry) {
        return new Decision(
                entry.backend(),
                entry.ref(),
                entry.functionCode(),
                entry.outcome(),
                entry.issuedAt(),
                entry.receivedAt());
    }

    private static Object[] values(DecisionEntry entry, long n) {
        return new Object[] {
            entry.itemId(),
            entry.backend(),
            entry.ref(),
            n,
            entry.functionCode(),
            Hidden.DECISION_OUTCOME.of(entry.outcome()),
            entry.issuedAt(),
            entry.receivedAt(),
            Hidden.DECISION_PAYLOAD.of(entry.payload())
        };
    }
}
