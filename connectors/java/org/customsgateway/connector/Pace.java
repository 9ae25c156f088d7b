package org.customsgateway.connector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How fast a body must come, on the average since it began.
 *
 * @param slowest bytes a second
 */
public record Pace(int slowest, Clock clock) {

    /** A connection may take its time to begin with. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    public boolean isTooSlow(Instant begun, long bytes) {
        Duration taken = Duration.between(begun, clock.instant()).minus(GRACE);
        return taken.toMillis() > 0 && bytes * 1000 / taken.toMillis() < slowest;
    }
}
