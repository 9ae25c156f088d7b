package org.customsgateway.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a gateway that loses things has more and more of.
 *
 * @param heap bytes that are left when the collector has been through
 */
record Census(int threads, long files, long heap) {

    /**
     * Pools keep a thread that has nothing to do for a minute, and some keep a few for ever. One for each of the connections of
     * the frozen partners were more than this, and so were one for each partner that was served.
     */
    private static final int FEW_THREADS = 8;

    private static final int FEW_FILES = 8;

    /** Classes that were used for the first time, and what is known of twenty partners; the largest attack alone has more bytes. */
    private static final long LITTLE_HEAP = 16L << 20;

    static Census now() {
        var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Census(
                ManagementFactory.getThreadMXBean().getThreadCount(), system.getOpenFileDescriptorCount(), used());
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
