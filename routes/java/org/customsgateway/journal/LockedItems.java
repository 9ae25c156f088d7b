package org.customsgateway.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.customsgateway.message.StatusCode;

/**
 * The items to which something happens in one transaction, with all that the combiner looks at. Transactions that meet on
 * items wait for each other, always in the order of the ids.
 */
final class LockedItems {

    private static final String MADE = """
            SELECT item_id, backend, decision_ref, function_code, outcome, issued_at, received_at FROM decision
            WHERE item_id IN (%s) ORDER BY item_id, n""";

    private static final String ASKED = """
            SELECT item_id, backend, CASE WHEN timed_out_at IS NOT NULL AND answered_at IS NULL THEN 1 ELSE 0 END, held
            FROM hand_over WHERE item_id IN (%s)""";

    private static final Set<StatusCode> REFUSING = EnumSet.of(StatusCode.REJECTED, StatusCode.CANCELLED);

    private final Combiner combiner;
    private final Map<String, LockedItem> items = new TreeMap<>();
    private final List<Object[]> statuses = new ArrayList<>();
    private final Listing listing = new Listing();
    private final List<Decided.Change> changes = new ArrayList<>();
    private final List<Standing> unchanged = new ArrayList<>();

    LockedItems(Transaction tx, Collection<String> itemIds, Combiner combiner) throws SQLException {
        this.combiner = combiner;
        for (LockedItem item : tx.rowsIn(LockedItem.SELECT + tx.locking(), new TreeSet<>(itemIds), LockedItem::new)) {
            items.put(item.id(), item);
        }
        tx.rowsIn(MADE, items.keySet(), row -> {
            LockedItem item = items.get(row.text());
            item.decided(Decisions.decision(row));
            return item;
        });
        tx.rowsIn(ASKED, items.keySet(), row -> {
            LockedItem item = items.get(row.text());
            item.asked(row.text(), row.yes(), row.text());
            return item;
        });
    }

    Optional<LockedItem> find(String itemId) {
        return Optional.ofNullable(items.get(itemId));
    }

    LockedItem get(String itemId) {
        return items.get(itemId);
    }

    /** A decision has come, or (null) has not come in time: what is the item's status now? */
    void combine(LockedItem item, Decision news) {
        Standing before = item.standing(news);
        Optional<StatusEntry> entry = combiner.status(before);
        if (entry.isEmpty()) {
            unchanged.add(before);
            return;
        }
        statuses.add(item.become(entry.get()));
        listing.add(item, entry.get());
        changes.add(new Decided.Change(before, entry.get()));
    }

    /** Those that an answer, or its absence, has left as they were. */
    List<Standing> unchanged() {
        return unchanged;
    }

    /** What was refused or withdrawn is not counted for its buyer any more; what was refused and is not, is again. */
    private void count(Transaction tx) throws SQLException {
        Set<String> refused = new TreeSet<>();
        Set<String> reversed = new TreeSet<>();
        for (Decided.Change change : changes) {
            LockedItem item = items.get(change.before().itemId());
            if (REFUSING.contains(change.status().status().code())) {
                refused.add(item.id());
                reversed.remove(item.id());
            } else if (refused.remove(item.id())
                    || (REFUSING.contains(change.before().status()) && !item.superseded())) {
                reversed.add(item.id());
            }
        }
        YearSums.release(tx, refused);
        YearSums.restore(tx, reversed);
    }

    private void reinstate(Transaction tx) throws SQLException {
        for (Decided.Change change : changes) {
            LockedItem item = items.get(change.before().itemId());
            if (change.status().status().code() == StatusCode.REJECTED && !item.superseded()) {
                Optional<Feed.Place> standing = Reinstated.by(tx, item.id());
                if (standing.isPresent() && change.status().listed()) {
                    listing.add(item.partner(), standing.get());
                }
            }
        }
    }

    List<Decided.Change> save(Transaction tx) throws SQLException {
        tx.batch(Statuses.INSERT, statuses);
        count(tx);
        reinstate(tx);
        tx.batch(
                "UPDATE item SET status = ?, statuses = ?, decisions = ? WHERE id = ?",
                items.values().stream().map(LockedItem::values).toList());
        listing.append(tx);
        ReturnedShares.look(tx, changes);
        return changes;
    }
}
