package org.customsgateway.journal;

/**
 * The durable record of interchanges, items, decisions, replies and every step in between. What a call of {@link #write}
 * has returned from is on disk. All state lies in the database: several nodes may share one.
 */
public final class Journal implements AutoCloseable {

    /** Opens the database, makes it or brings it to the present version. */
    public static Journal open(Database database) {
        throw new UnsupportedOperationException();
    }

    /** Runs the unit in a transaction and returns when it is durable. */
    public <T> T write(Unit<T> unit) {
        throw new UnsupportedOperationException();
    }

    /** Runs the unit on one consistent view; it must not change anything. */
    public <T> T read(Unit<T> unit) {
        throw new UnsupportedOperationException();
    }

    public Interchanges interchanges() {
        throw new UnsupportedOperationException();
    }

    public Items items() {
        throw new UnsupportedOperationException();
    }

    public HandOvers handOvers() {
        throw new UnsupportedOperationException();
    }

    public Decisions decisions() {
        throw new UnsupportedOperationException();
    }

    public Replies replies() {
        throw new UnsupportedOperationException();
    }

    public Outbox outbox() {
        throw new UnsupportedOperationException();
    }

    public Leases leases() {
        throw new UnsupportedOperationException();
    }

    public Counters counters() {
        throw new UnsupportedOperationException();
    }

    public Alarms alarms() {
        throw new UnsupportedOperationException();
    }

    public History history() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
