package org.customsgateway.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a gateway that loses things has more and more of.
 *
 * @param threads without those of the broker's pools
 * @param heap bytes that are left when the collector has been through
 */
record Census(int threads, long files, long heap) {

    /**
     * Pools keep a thread that has nothing to do for a minute, and some keep a few for ever. One for each of the connections of
     * the frozen partners were more than this, and so were one for each partner that was served.
     */
    private static final int FEW_THREADS = 8;

    private static final int FEW_FILES = 8;

    /** Classes and parsers that were used for the first time, and what is known of twenty partners; what the attacks sent is many times that. */
    private static final long LITTLE_HEAP = 64L << 20;

    static Census now() {
        var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Census(threadsOfOurs(), system.getOpenFileDescriptorCount(), used());
    }

    /** The broker's pools have their own limits, and work that comes now and then wakes each of their threads in turn: none ends. */
    private static int threadsOfOurs() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().contains("activemq-"))
                .count();
    }

    /** What hangs on finished objects goes the second time. */
    private static long used() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    void isLike(Census before) {
        assertThat(files).as("open files").isLessThanOrEqualTo(before.files + FEW_FILES);
        assertThat(threads).as("threads").isLessThanOrEqualTo(before.threads + FEW_THREADS);
        assertThat(heap).as("heap").isLessThanOrEqualTo(before.heap + LITTLE_HEAP);
    }
}
