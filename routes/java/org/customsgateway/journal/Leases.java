package org.customsgateway.journal;

import java.time.*;
import java.util.*;
import org.customsgateway.message.*;

/** Named leases: which node does what only one may do at a time. */
public final class Leases {
    /** Takes or renews the lease; false when another node holds it. */
    public boolean acquire(String name, String node, Instant until, Instant now) {
        throw new UnsupportedOperationException();
    }

    public void release(String name, String node) {
        throw new UnsupportedOperationException();
    }
}
