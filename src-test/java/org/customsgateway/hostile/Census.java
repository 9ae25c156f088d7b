package org.customsgateway.hostile;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What a gateway that loses things has more and more of. */
record Census(int threads, long files) {

    static Census now() {
        var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Census(ManagementFactory.getThreadMXBean().getThreadCount(), system.getOpenFileDescriptorCount());
    }
}
