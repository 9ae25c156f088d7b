package org.customsgateway.journal;

/** The engine under the journal. */
interface Store extends AutoCloseable {

    <T> T write(Unit<T> unit);

    <T> T read(Unit<T> unit);

    @Override
    void close();

    /** What a unit throws reaches the caller as it is, but SQL's own exceptions as a fault of ours. */
    static RuntimeException fault(Throwable thrown) {
        if (thrown instanceof RuntimeException ours) {
            return ours;
        }
        return new JournalFault("the journal's database: " + thrown.getMessage(), thrown);
    }
}
