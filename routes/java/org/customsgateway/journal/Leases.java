package org.customsgateway.journal;

import java.time.Instant;

/** Named leases: which node does what only one may do at a time. */
public final class Leases {

    private final Journal journal;

    Leases(Journal journal) {
        this.journal = journal;
    }

    /** Takes or renews the lease; false when another node holds it. */
    public boolean acquire(String name, String node, Instant until, Instant now) {
        return journal.write(tx -> tx.update(
                        "INSERT INTO lease (name, owner, until) VALUES (?, ?, ?)"
                                + " ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until"
                                + " WHERE lease.owner = excluded.owner OR lease.until < ?",
                        name,
                        node,
                        until,
                        now)
                == 1);
    }

    public void release(String name, String node) {
        journal.write(tx -> tx.update("DELETE FROM lease WHERE name = ? AND owner = ?", name, node));
    }
}
