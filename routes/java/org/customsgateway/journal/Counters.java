package org.customsgateway.journal;

import java.sql.SQLException;

/** Gap-free numbers: 1, 2, 3 … under each name. */
final class Counters {

    private Counters() {}

    /** The number is used up only if the transaction is committed; until then others wait for theirs. */
    static long next(Transaction tx, String name) throws SQLException {
        return next(tx, name, 1);
    }

    /** Several at once; returns the last of them. */
    static long next(Transaction tx, String name, int count) throws SQLException {
        return tx.row(
                        "INSERT INTO counter (name, value) VALUES (?, ?)"
                                + " ON CONFLICT (name) DO UPDATE SET value = counter.value + excluded.value RETURNING value",
                        Columns::number,
                        name,
                        count)
                .orElseThrow();
    }

    /** The last one that was used up, 0 when there is none. */
    static long last(Transaction tx, String name) throws SQLException {
        return tx.row("SELECT value FROM counter WHERE name = ?", Columns::number, name)
                .orElse(0L);
    }
}
