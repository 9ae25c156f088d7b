package org.customsgateway.journal;

import java.sql.SQLException;

/** Gap-free numbers. */
public final class Counters {

    private final Journal journal;

    Counters(Journal journal) {
        this.journal = journal;
    }

    /** 1, 2, 3 …: the next number, in a transaction of its own. */
    public long next(String name) {
        return journal.write(tx -> next(tx, name));
    }

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
