package org.customsgateway.journal;

import java.sql.SQLException;

/** Gap-free numbers: 1, 2, 3 … under each name. */
final class Counters {

    private Counters() {}

    /** The number is used up only if the transaction is committed; until then others wait for theirs. */
    static long next(Transaction tx, String name) throws SQLException {
        return tx.row(
                        "INSERT INTO counter (name, value) VALUES (?, 1)"
                                + " ON CONFLICT (name) DO UPDATE SET value = counter.value + 1 RETURNING value",
                        Columns::number,
                        name)
                .orElseThrow();
    }
}
