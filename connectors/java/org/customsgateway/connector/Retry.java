package org.customsgateway.connector;

import java.time.Duration;

/**
 * Doubling waits.
 *
 * @param attempts how often in all before an operator must look
 * @param first wait after the first failure
 * @param max longest wait
 */
public record Retry(int attempts, Duration first, Duration max) {

    /** Seven hours and a half in all. */
    static final Retry FOR_HOURS = new Retry(20, Duration.ofSeconds(5), Duration.ofMinutes(30));

    /** Three days in all: over a weekend. */
    static final Retry FOR_DAYS = new Retry(81, Duration.ofSeconds(5), Duration.ofHours(1));

    /** The wait after the given number of failures, from 1. */
    public Duration wait(int failures) {
        var doubled = first.toMillis() * Math.pow(2, Math.max(0, failures - 1));
        return Duration.ofMillis((long) Math.min(doubled, max.toMillis()));
    }
}
