package org.customsgateway.connector;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** At most so many in any minute. For many threads. */
public final class Rate {

    private final Clock clock;
    private final Deque<Instant> taken = new ArrayDeque<>();

    public Rate(Clock clock) {
        this.clock = clock;
    }

    /**
     * Takes one if there is one left.
     *
     * @param perMinute 0 for no limit
     */
    public synchronized boolean take(int perMinute) {
        if (perMinute == 0) {
            return true;
        }
        var now = clock.instant();
        while (!taken.isEmpty() && !taken.peekFirst().isAfter(now.minusSeconds(60))) {
            taken.removeFirst();
        }
        if (taken.size() >= perMinute) {
            return false;
        }
        taken.addLast(now);
        return true;
    }
}
