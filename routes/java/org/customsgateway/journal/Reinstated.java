package org.customsgateway.journal;

import java.sql.SQLException;
import java.util.Optional;

/** A version that is refused leaves the earlier one standing: what was decided about that one meanwhile is told now. */
final class Reinstated {

    private static final String STANDING = """
            SELECT earlier.id, earlier.statuses FROM item refused
            JOIN item earlier ON earlier.key_id = refused.key_id AND earlier.key_date = refused.key_date
              AND earlier.partner = refused.partner AND earlier.version > 0 AND earlier.version < refused.version
              AND earlier.status <> 'REJECTED'
            WHERE refused.id = ? ORDER BY earlier.version DESC LIMIT 1""";

    private static final String TELL =
            "UPDATE status SET wanted = 1 WHERE item_id = ? AND n = ? AND wanted = " + Statuses.OF_AN_EARLIER_VERSION;

    private Reinstated() {}

    /** The last status of the version that stands again; empty where its partner knows it already, or none stands. */
    static Optional<Feed.Place> by(Transaction tx, String refusedId) throws SQLException {
        Optional<Feed.Place> last = tx.row(STANDING, row -> new Feed.Place(row.text(), row.number()), refusedId);
        return last.isPresent()
                        && tx.update(TELL, last.get().itemId(), last.get().n()) == 1
                ? last
                : Optional.empty();
    }
}
