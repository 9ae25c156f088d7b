package org.customsgateway.journal;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** How settlements get into the tables: legs first, then sums, then items, then counts, each in one order for all nodes. */
final class Settling {

    private static final String LEG = """
            UPDATE leg SET state = ?, order_item = COALESCE(?, order_item), deadline = COALESCE(?, deadline) WHERE item_id = ?""";

    private final Transaction tx;
    private final Instant at;
    private final Map<String, Leg> legs = new TreeMap<>();
    private final List<Object[]> changes = new ArrayList<>();
    private final List<Object[]> declarations = new ArrayList<>();
    private final List<Object[]> handOvers = new ArrayList<>();
    private final List<Object[]> counts = new ArrayList<>();
    private final Map<String, StatusEntry> told = new TreeMap<>();

    private Settling(Transaction tx, Instant at) {
        this.tx = tx;
        this.at = at;
    }

    static Optional<List<Settlement>> settle(
            Transaction tx, List<Matching> matchings, Arrived arrived, Collection<Leg> later, Instant again, Instant at)
            throws SQLException {
        Settling settling = new Settling(tx, at);
        matchings.forEach(matching -> matching.legs().forEach(leg -> settling.legs.put(leg.itemId(), leg)));
        if (!settling.unchanged()) {
            return Optional.empty();
        }
        List<Settlement> settlements = settling.settlements(matchings);
        settling.save();
        if (arrived != null) {
            tx.update(
                    "DELETE FROM leg_arrival WHERE interchange_id = ? AND first = ?",
                    arrived.interchangeId(),
                    arrived.first());
        }
        for (Leg leg : later) {
            LegRows.arrivesAgain(tx, leg, again.toEpochMilli());
        }
        Sightings.add(
                tx,
                settlements.stream()
                        .map(Settlement::declared)
                        .filter(Objects::nonNull)
                        .flatMap(whole -> whole.sightings().stream())
                        .toList());
        QualityRows.count(
                tx,
                settlements.stream()
                        .map(Settlement::judged)
                        .filter(Objects::nonNull)
                        .toList(),
                at);
        return Optional.of(settlements);
    }

    /** From here on nobody else changes them. */
    private boolean unchanged() throws SQLException {
        Map<String, LegState> states = new HashMap<>();
        Map<String, YearShare> counted = new HashMap<>();
        tx.rowsIn(
                "SELECT item_id, state, person, year, currency, amount FROM leg WHERE item_id IN (%s) ORDER BY item_id"
                        + tx.locking(),
                new TreeSet<>(legs.keySet()),
                row -> {
                    String itemId = row.text();
                    states.put(itemId, LegState.valueOf(row.text()));
                    return counted.put(itemId, LegRows.share(row));
                });
        // a refusal takes back what was counted and leaves the state
        return legs.values().stream()
                .allMatch(leg -> states.get(leg.itemId()) == leg.state()
                        && Objects.equals(counted.get(leg.itemId()), leg.counted()));
    }

    private List<Settlement> settlements(List<Matching> matchings) throws SQLException {
        List<YearShare> looked = new ArrayList<>();
        legs.values().stream().map(Leg::counted).filter(Objects::nonNull).forEach(looked::add);
        matchings.stream().map(Matching::sum).filter(Objects::nonNull).forEach(looked::add);
        YearSums sums = new YearSums(tx, looked);
        List<Settlement> settlements = new ArrayList<>();
        for (Matching matching : matchings) {
            Settlement settlement = matching.settle().apply(sumBefore(matching, sums));
            for (LegChange change : settlement.changes()) {
                change(change, sums);
            }
            if (settlement.declared() != null) {
                declare(settlement, sums);
            }
            settlements.add(settlement);
        }
        sums.save();
        return settlements;
    }

    private static BigDecimal sumBefore(Matching matching, YearSums sums) throws SQLException {
        BigDecimal sum = BigDecimal.ZERO;
        if (matching.sum() == null) {
            return sum;
        }
        sum = sums.of(matching.sum());
        for (Leg leg : matching.legs()) {
            if (leg.counted() != null && leg.counted().sameSum(matching.sum())) {
                sum = sum.subtract(leg.counted().amount());
            }
        }
        return sum;
    }

    private void change(LegChange change, YearSums sums) throws SQLException {
        Leg leg = legs.get(change.itemId());
        changes.add(new Object[] {change.state(), change.orderItem(), change.deadline(), change.itemId()});
        if (change.status() != null) {
            told.put(change.itemId(), change.status());
        }
        if (leg.counted() != null && !change.state().live()) {
            sums.add(leg.counted().negated());
            counts.add(new Object[] {null, null, null, null, leg.itemId()});
        }
    }

    private void declare(Settlement settlement, YearSums sums) throws SQLException {
        Settlement.Whole whole = settlement.declared();
        declarations.add(new Object[] {Hidden.DECLARATION.of(whole.declaration()), whole.orderItem()});
        for (HandOverEntry to : whole.handOvers()) {
            handOvers.add(to.values(whole.orderItem(), whole.partner(), at));
        }
        YearShare share = whole.counted();
        if (share != null) {
            for (LegChange change : settlement.changes()) {
                if (change.state() == LegState.REPLACED) {
                    share = share.less(ReturnedShares.inherited(tx, change.itemId(), whole.orderItem()));
                }
            }
            sums.add(share);
            counts.add(new Object[] {
                share.person(), share.year(), share.currency(), share.amount().toPlainString(), whole.orderItem()
            });
        }
    }

    private void save() throws SQLException {
        tx.batch(LEG, changes);
        tx.batch("UPDATE leg SET person = ?, year = ?, currency = ?, amount = ? WHERE item_id = ?", counts);
        tx.batch("UPDATE declaration SET bytes = ? WHERE item_id = ?", declarations);
        tx.batch(Batches.HAND_OVER, handOvers);
        List<Object[]> statuses = new ArrayList<>();
        List<Object[]> items = new ArrayList<>();
        Listing listing = new Listing();
        tx.rowsIn(LockedItem.SELECT + tx.locking(), told.keySet(), row -> {
            LockedItem item = new LockedItem(row);
            StatusEntry entry = told.get(item.id());
            statuses.add(item.become(entry));
            items.add(item.values());
            listing.add(item, entry);
            return item;
        });
        tx.batch(Statuses.INSERT, statuses);
        tx.batch("UPDATE item SET status = ?, statuses = ?, decisions = ? WHERE id = ?", items);
        listing.append(tx);
    }
}
