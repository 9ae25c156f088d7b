package org.customsgateway.journal;

import java.time.*;
import java.util.*;
import org.customsgateway.message.*;

/** The declarations on their way to the back-ends. */
public final class HandOvers {
    /** Those journaled before {@code olderThan} that the broker may not have got. For a sweep after a crash. */
    public List<Outgoing> unsent(Instant olderThan, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The broker has them. */
    public void sent(Collection<HandOver> handOvers, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Sent, not answered and past the deadline, and not yet told as overdue. */
    public List<HandOver> overdue(Instant now, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Marks them as overdue and lets the combiner make statuses of it; those answered meanwhile are left alone. */
    public List<Decided.Change> timedOut(Collection<HandOver> handOvers, Instant at, Combiner combiner) {
        throw new UnsupportedOperationException();
    }
}
