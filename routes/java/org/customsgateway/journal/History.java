package org.customsgateway.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The whole story of an item or an interchange, put together from all tables. */
public final class History {

    // each SELECT gives: at, what, detail, with what is hidden of it in a place of its own (its column's name, the
    // value, and the
    // detail that comes after it); the number only sorts what happened in the same millisecond
    private static final String ITEM = """
            SELECT created_at, 2, 'ITEM', 'item ' || id || ' key ', 'ITEM_KEY', key_id, ' ' || key_date || ' version ' || version
              || ', read as ' || format || ' by mapping ' || mapping_version FROM item WHERE id = ?
            UNION ALL
            SELECT at, 3, 'STATUS', code || CASE WHEN reason_code IS NULL THEN '' ELSE ' ' || reason_code END
              || CASE WHEN wanted <> 1 THEN ', not to be told' WHEN reply_id IS NULL THEN ', not yet told' ELSE ', told in reply ' || reply_id END,
              '', '', '' FROM status WHERE item_id = ?
            UNION ALL
            SELECT sent_at, 4, 'SENT', 'to ' || backend, '', '', '' FROM hand_over WHERE item_id = ? AND sent_at IS NOT NULL
            UNION ALL
            SELECT timed_out_at, 5, 'TIMED_OUT', 'no answer of ' || backend, '', '', '' FROM hand_over
              WHERE item_id = ? AND timed_out_at IS NOT NULL
            UNION ALL
            SELECT received_at, 3, 'DECISION', 'of ' || backend || ', ' || decision_ref || ', function ' || function_code, '', '', ''
              FROM decision WHERE item_id = ?
            UNION ALL
            SELECT at, 2, 'RETURN', CASE WHEN original_id IS NULL THEN 'of what is not known here' ELSE 'of ' || original_id END, '', '', ''
              FROM returned WHERE item_id = ?
            UNION ALL
            SELECT at, 6, CASE WHEN cancels = 1 THEN 'RETURN_WITHDRAWN' ELSE 'RETURNED' END, 'by ' || item_id, '', '', ''
              FROM returned WHERE original_id = ?
            UNION ALL
            SELECT at, 6, step, '', 'STEP_DETAIL', detail, '' FROM step WHERE item_id = ?""";

    private static final String INTERCHANGE = """
            SELECT received_at, 1, 'RECEIVED', 'interchange ' || id || ' of ' || partner || ' over ' || wire || ', ', 'INTERCHANGE_NAME', name,
              ', ' || raw_size || ' bytes' || CASE WHEN duplicate_of IS NULL THEN '' ELSE ', same bytes as ' || duplicate_of END
              FROM interchange WHERE id = ?
            UNION ALL
            SELECT ended_at, 4, state, items_journaled || ' items'
              || CASE WHEN format IS NULL THEN '' ELSE ', read as ' || format || ' by mapping ' || mapping_version END, '', '', ''
              FROM interchange WHERE id = ? AND ended_at IS NOT NULL AND state <> 'DUPLICATE'
            UNION ALL
            SELECT at, 6, step, '', 'STEP_DETAIL', detail, '' FROM step WHERE interchange_id = ? AND item_id IS NULL""";

    private static final String REPLY = """
            SELECT created_at, 7, CASE WHEN again_for IS NULL THEN 'REPLY' ELSE 'REPLY_AGAIN' END, 'reply ' || id || ' ' || format || ' number ' || control_number
              || CASE WHEN name IS NULL THEN '' ELSE ', ' END, 'REPLY_NAME', COALESCE(name, ''), '' FROM reply WHERE %1$s
            UNION ALL
            SELECT delivered_at, 8, 'DELIVERED', 'reply ' || id, '', '', '' FROM reply WHERE %1$s AND delivered_at IS NOT NULL""";

    private static final String REPLIES_OF_INTERCHANGE = REPLY.formatted("interchange_id = ?");
    private static final String REPLIES_OF_ITEM =
            REPLY.formatted("id IN (SELECT reply_id FROM status WHERE item_id = ?)");

    private final Journal journal;

    History(Journal journal) {
        this.journal = journal;
    }

    private record Place(Line line, long rank) {

        private Place(long millis, long rank, Columns row) throws SQLException {
            this(new Line(java.time.Instant.ofEpochMilli(millis), row.text(), detail(row)), rank);
        }
    }

    /** Journals what no other table tells. */
    public void step(Step step) {
        journal.write(tx -> step(tx, step));
    }

    /** From the arrival of its interchange to the last reply, sorted by time; empty when there is no such item. */
    public List<Line> ofItem(String itemId) {
        return journal.read(tx -> {
            List<Place> places = new ArrayList<>(
                    tx.rows(ITEM, History::place, itemId, itemId, itemId, itemId, itemId, itemId, itemId, itemId));
            for (String interchange : tx.rows("SELECT interchange_id FROM item WHERE id = ?", Columns::text, itemId)) {
                places.addAll(tx.rows(INTERCHANGE, History::place, interchange, interchange, interchange));
            }
            places.addAll(tx.rows(REPLIES_OF_ITEM, History::place, itemId, itemId));
            return sorted(places);
        });
    }

    /** Sorted by time; of its items only how many. */
    public List<Line> ofInterchange(String interchangeId) {
        return journal.read(tx -> {
            List<Place> places =
                    new ArrayList<>(tx.rows(INTERCHANGE, History::place, interchangeId, interchangeId, interchangeId));
            places.addAll(tx.rows(REPLIES_OF_INTERCHANGE, History::place, interchangeId, interchangeId));
            return sorted(places);
        });
    }

    static int step(Transaction tx, Step step) throws SQLException {
        return tx.update(
                "INSERT INTO step (at, interchange_id, item_id, step, detail) VALUES (?, ?, ?, ?, ?)",
                step.at(),
                step.interchangeId(),
                step.itemId(),
                step.step(),
                Hidden.STEP_DETAIL.of(step.detail()));
    }

    private static String detail(Columns row) throws SQLException {
        String before = row.text();
        String hidden = row.text();
        return before + (hidden.isEmpty() ? row.text() : row.text(Hidden.valueOf(hidden))) + row.text();
    }

    private static Place place(Columns row) throws SQLException {
        return new Place(row.number(), row.number(), row);
    }

    private static List<Line> sorted(List<Place> places) {
        return places.stream()
                .sorted(Comparator.comparing((Place place) -> place.line().at()).thenComparingLong(Place::rank))
                .map(Place::line)
                .toList();
    }
}
