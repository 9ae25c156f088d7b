package org.customsgateway.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customsgateway.message.ItemId;
import org.customsgateway.message.LegKind;

/** The legs of orders: found by their keys, joined in one transaction. */
public final class Legs {

    private final Journal journal;

    Legs(Journal journal) {
        this.journal = journal;
    }

    /**
     * Waiting legs that were journaled and looked at by nobody before {@code now}: left by a crash, or put back.
     */
    public List<Arrived> overlooked(Instant now, int limit) {
        return journal.read(tx -> tx.rows(
                "SELECT interchange_id, first, last FROM leg_arrival WHERE due <= ? ORDER BY due LIMIT ?",
                row -> new Arrived(row.text(), row.count(), row.count()),
                now,
                limit));
    }

    /** The ids of the legs that arrived together, in their order. */
    public List<String> of(Arrived arrived) {
        return journal.read(tx -> tx.rows(
                "SELECT leg.item_id FROM item JOIN leg ON leg.item_id = item.id"
                        + " WHERE item.id > ? AND item.id < ? AND item.sequence >= ? AND item.sequence <= ?"
                        + " ORDER BY item.sequence",
                Columns::text,
                arrived.interchangeId() + ItemId.FROM,
                arrived.interchangeId() + ItemId.TO,
                arrived.first(),
                arrived.last()));
    }

    /** Waiting legs past their deadline, most overdue first. */
    public List<String> overdue(Instant now, int limit) {
        return journal.read(tx -> tx.rows(
                "SELECT item_id FROM leg WHERE state = 'WAITING' AND deadline <= ? ORDER BY deadline LIMIT ?",
                Columns::text,
                now,
                limit));
    }

    public Optional<Leg> find(String itemId) {
        return journal.read(tx -> tx.row(LegRows.SELECT + "leg.item_id = ?", LegRows::leg, itemId));
    }

    /**
     * These legs as far as they are live, and all live ones that have a key in common with them or with an order found that way;
     * also the orders that any of those is part of. By item id.
     */
    public Map<String, Leg> around(Collection<String> itemIds) {
        return journal.read(tx -> {
            Map<String, Leg> found = new LinkedHashMap<>();
            tx.rowsIn(LegRows.SELECT + LegRows.LIVE + " AND leg.item_id IN (%s)", itemIds, row -> put(found, row));
            Map<LegKind, Set<String>> asked = new EnumMap<>(LegKind.class);
            // the keys of the legs, then those of the orders found by them
            for (int round = 0; round < 2; round++) {
                List<Leg> known = List.copyOf(found.values());
                for (LegKind kind : LegKind.values()) {
                    Set<String> keys = new TreeSet<>(texts(known, leg -> leg.key(kind)));
                    keys.removeAll(asked.computeIfAbsent(kind, none -> new HashSet<>()));
                    asked.get(kind).addAll(keys);
                    Hidden hidden = LegRows.column(kind);
                    String column = hidden.context();
                    tx.rowsIn(
                            LegRows.SELECT + LegRows.LIVE + " AND " + column + " IS NOT NULL AND " + column
                                    + " IN (%s)",
                            keys.stream().map(hidden::of).toList(),
                            row -> put(found, row));
                }
            }
            Set<String> orders = texts(found.values(), Leg::orderItem);
            orders.removeAll(found.keySet());
            tx.rowsIn(LegRows.SELECT + "leg.item_id IN (%s)", orders, row -> put(found, row));
            return found;
        });
    }

    /** The WCO documents of the legs, by item id. */
    public Map<String, byte[]> documents(Collection<String> itemIds) {
        Map<String, byte[]> documents = new LinkedHashMap<>();
        journal.read(tx -> tx.rowsIn(
                "SELECT item_id, bytes FROM declaration WHERE item_id IN (%s)",
                itemIds, row -> documents.put(row.text(), row.bytes(Hidden.DECLARATION))));
        return documents;
    }

    /**
     * Does what comes of the matchings, and notes that the arrived ones were looked at, in one transaction.
     *
     * @param arrived null where it is not an arrival that they were looked at for
     * @param later of the arrived ones, those that could not be looked at
     * @param again when they are to be
     * @return what was done; empty, and nothing is done, when a leg is no longer as it was read: then look again
     */
    public Optional<List<Settlement>> settle(
            List<Matching> matchings, Arrived arrived, Collection<Leg> later, Instant again, Instant at) {
        return journal.write(tx -> Settling.settle(tx, matchings, arrived, later, again, at));
    }

    private static Leg put(Map<String, Leg> found, Columns row) throws SQLException {
        Leg leg = LegRows.leg(row);
        found.putIfAbsent(leg.itemId(), leg);
        return leg;
    }

    private static Set<String> texts(Collection<Leg> legs, Function<Leg, String> text) {
        return legs.stream()
                .map(text)
                .filter(Objects::nonNull)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
