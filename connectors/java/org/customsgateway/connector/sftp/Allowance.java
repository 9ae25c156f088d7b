package org.customsgateway.connector.sftp;

import java.time.Duration;

/**
 * How much longer the bytes of one file may take: a time for itself, and a second for every so many bytes that have moved.
 * Counts only the time in which the server was waited for.
 */
final class Allowance {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final long silence;
    private final long first;
    private final int slowest;
    private long bytes;
    private long spent;

    /**
     * @param silence longest time without any bytes
     * @param first what a file may take however few its bytes are
     * @param slowest bytes a second
     */
    Allowance(Duration silence, Duration first, int slowest) {
        this.silence = silence.toNanos();
        this.first = first.toNanos();
        this.slowest = slowest;
    }

    void moved(int more, long nanos) {
        bytes += Math.max(0, more);
        spent += nanos;
    }

    Duration left() {
        return Duration.ofNanos(Math.min(silence, first + (long) ((double) bytes / slowest * SECOND) - spent));
    }
}
