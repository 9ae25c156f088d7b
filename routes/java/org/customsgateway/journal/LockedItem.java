package org.customsgateway.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.StatusCode;

/** An item to which something happens in the transaction that has it locked. */
final class LockedItem {

    static final String SELECT = """
            SELECT id, interchange_id, partner, key_id, key_date, status, statuses, decisions, version,
                   CASE WHEN version > 0 AND EXISTS (SELECT 1 FROM item later WHERE later.key_id = item.key_id
                     AND later.key_date = item.key_date AND later.partner = item.partner AND later.version > 0
                     AND later.version > item.version
                     AND later.status <> 'REJECTED'
                     AND NOT EXISTS (SELECT 1 FROM leg WHERE leg.item_id = later.id
                       AND leg.state NOT IN ('JOINED', 'CANCELLED'))) THEN 1 ELSE 0 END
            FROM item WHERE id IN (%s) ORDER BY id""";

    private final String id;
    private final String interchangeId;
    private final PartnerId partner;
    private final ItemKey key;
    private StatusCode status;
    private long statuses;
    private long decisions;
    private final boolean first;
    private final boolean superseded;
    private final Map<String, List<Decision>> made = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> overdue = new HashSet<>();
    /** Of a version that was amended or withdrawn meanwhile nothing goes to anybody any more. */
    private final Map<String, String> held = new HashMap<>();

    LockedItem(Columns row) throws SQLException {
        id = row.text();
        interchangeId = row.text();
        partner = new PartnerId(row.text());
        key = new ItemKey(row.text(Hidden.ITEM_KEY), row.text());
        status = Statuses.code(row.text());
        statuses = row.number();
        decisions = row.number();
        first = row.count() == 1;
        superseded = row.yes();
    }

    String id() {
        return id;
    }

    /** Whether there is no other version of it. */
    boolean only() {
        return first && !superseded;
    }

    boolean superseded() {
        return superseded;
    }

    PartnerId partner() {
        return partner;
    }

    /** @param condition null where it is not held */
    void asked(String backend, boolean late, String condition) {
        asked.add(backend);
        if (condition != null && !superseded) {
            held.put(backend, condition);
        }
        if (late) {
            overdue.add(backend);
        }
    }

    void overdue(String backend) {
        overdue.add(backend);
    }

    void ended(String backend) {
        overdue.remove(backend);
    }

    /** The back-ends that it may go to now, each once. */
    List<String> free(Gate gate) {
        if (held.isEmpty()) {
            return List.of();
        }
        Standing now = standing(null);
        List<String> free = held.keySet().stream()
                .filter(backend -> gate.opens(held.get(backend), now))
                .toList();
        free.forEach(held::remove);
        return free;
    }

    long nextDecision() {
        return ++decisions;
    }

    /** Takes its place among the decisions of its back-end: by time of issue, those of one moment as they came. */
    void decided(Decision decision) {
        List<Decision> before = made.computeIfAbsent(decision.backend(), backend -> new ArrayList<>());
        int place = before.size();
        while (place > 0 && before.get(place - 1).issuedAt().isAfter(decision.issuedAt())) {
            place--;
        }
        before.add(place, decision);
    }

    Standing standing(Decision news) {
        return new Standing(
                id, interchangeId, partner, key, status, copy(made), Set.copyOf(asked), Set.copyOf(overdue), news);
    }

    private static Map<String, List<Decision>> copy(Map<String, List<Decision>> made) {
        Map<String, List<Decision>> copy = new HashMap<>();
        made.forEach((backend, decisions) -> copy.put(backend, List.copyOf(decisions)));
        return Map.copyOf(copy);
    }

    /**
     * The new status as a row. Of a version that was amended or withdrawn meanwhile nobody is told any more, unless the
     * amendment was rejected, or waits for other legs: then the earlier one stands. {@link Reinstated} tells it after all when the later
     * version is rejected after that.
     */
    Object[] become(StatusEntry entry) {
        status = entry.status().code();
        Object[] row = Statuses.values(id, ++statuses, interchangeId, entry);
        if (superseded && entry.report()) {
            row[row.length - 1] = Statuses.OF_AN_EARLIER_VERSION;
        }
        return row;
    }

    /** Where the status that it has just become stands, if its partner is to see it. */
    Optional<Feed.Place> listed(StatusEntry entry) {
        return entry.listed() && !superseded ? Optional.of(new Feed.Place(id, statuses)) : Optional.empty();
    }

    /** For {@code UPDATE item SET status = ?, statuses = ?, decisions = ? WHERE id = ?}. */
    Object[] values() {
        return new Object[] {status, statuses, decisions, id};
    }
}
