package org.customsgateway.route;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.customsgateway.journal.Interchange;
import org.customsgateway.message.PartnerId;

/**
 * Small interchanges of one partner are read side by side and take effect in the order of their arrival: a withdrawal or an
 * amendment that came after a declaration must not overtake it. A large one holds up nobody.
 */
final class ArrivalOrder {

    /** Bytes of an interchange that others wait for: it is read in milliseconds. */
    static final int SMALL = 1 << 16;

    /** One that takes longer has met a fault of ours, and goes on when that is mended. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<PartnerId, TreeSet<String>> open = new HashMap<>();

    /** It is going to be read. Called in the order of arrival: ids sort by time. */
    synchronized void begins(Interchange interchange) {
        if (interchange.raw().size() <= SMALL) {
            open.computeIfAbsent(interchange.partner(), partner -> new TreeSet<>())
                    .add(interchange.id());
        }
    }

    /** Returns when no earlier one is being read. */
    synchronized void awaitTurn(Interchange interchange) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (hasEarlier(interchange)) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return;
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the gateway stops: what it has not journaled is read again
            throw new IllegalStateException("stopped while waiting for an earlier interchange", e);
        }
    }

    /** Its effects are journaled, or it has failed. Twice is once. */
    synchronized void ends(Interchange interchange) {
        TreeSet<String> ids = open.get(interchange.partner());
        if (ids != null && ids.remove(interchange.id())) {
            if (ids.isEmpty()) {
                open.remove(interchange.partner());
            }
            notifyAll();
        }
    }

    private boolean hasEarlier(Interchange interchange) {
        TreeSet<String> ids = open.get(interchange.partner());
        return interchange.raw().size() <= SMALL && ids != null && ids.lower(interchange.id()) != null;
    }
}
