package org.customsgateway.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** All rows of one item. */
record SampleItem(Row item, Row declaration, List<Row> handOvers, List<Row> decisions, List<Row> statuses) {

    static SampleItem read(Connection db, Row item) throws SQLException {
        var id = (String) item.get("id");
        return new SampleItem(
                item,
                Row.all(db, "SELECT * FROM declaration WHERE item_id = ?", id).get(0),
                Row.all(db, "SELECT * FROM hand_over WHERE item_id = ?", id),
                Row.all(db, "SELECT * FROM decision WHERE item_id = ? ORDER BY n", id),
                Row.all(db, "SELECT * FROM status WHERE item_id = ? ORDER BY n", id));
    }

    /** How often the item's own row was changed: once for each batch that had decisions about it. */
    long changes() {
        return decisions.stream()
                .map(decision -> decision.get("backend") + "/" + decision.get("received_at"))
                .distinct()
                .count();
    }

    byte[] document() {
        return (byte[]) declaration.get("bytes");
    }
}
