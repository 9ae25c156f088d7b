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

    /**
     * Frees all that a node holds, interchanges too: it starts, so it does none of that any more, and what it was doing when
     * it ended must not wait for the leases to run out. No two nodes have one name.
     */
    public void releaseAll(String node) {
        journal.write(tx -> tx.update("DELETE FROM lease WHERE owner = ?", node)
                + tx.update(
                        "UPDATE interchange SET lease_owner = NULL, lease_until = NULL"
                                + " WHERE lease_owner = ? AND state IN ('RECEIVED', 'READING')",
                        node));
    }
}
