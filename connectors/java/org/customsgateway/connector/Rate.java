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
        if (left(perMinute) == 0) {
            return false;
        }
        taken.addLast(clock.instant());
        return true;
    }

    /** How many may be taken now, where there is a limit. */
    public synchronized int left(int perMinute) {
        var past = clock.instant().minusSeconds(60);
        while (!taken.isEmpty() && !taken.peekFirst().isAfter(past)) {
            taken.removeFirst();
        }
        return Math.max(0, perMinute - taken.size());
    }
}
