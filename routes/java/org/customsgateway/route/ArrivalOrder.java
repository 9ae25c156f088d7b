package org.customsgateway.route;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.customsgateway.journal.Interchange;
import org.customsgateway.message.PartnerId;

/**
 * Small interchanges of one partner are read side by side, and those that touch the same take effect in the order of their arrival:
 * a withdrawal or an amendment that came after a declaration must not overtake it. One that never began here waits for nobody.
 */
final class ArrivalOrder {

    /** One that takes longer has met a fault of ours, and goes on when that is mended. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<PartnerId, TreeMap<String, Touched>> open = new HashMap<>();

    /** It is going to be read, and nobody knows yet what is in it. Called in the order of arrival: ids sort by time. */
    synchronized void begins(Interchange interchange) {
        open.computeIfAbsent(interchange.partner(), partner -> new TreeMap<>()).put(interchange.id(), Touched.ANY);
    }

    /** Returns when no earlier one that may touch the same is being read. */
    synchronized void awaitTurn(Interchange interchange, Touched touched) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        if (open.getOrDefault(interchange.partner(), new TreeMap<>()).replace(interchange.id(), touched) == null) {
            return;
        }
        notifyAll();
        try {
            while (hasEarlier(interchange, touched)) {
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
        TreeMap<String, Touched> theirs = open.get(interchange.partner());
        if (theirs != null && theirs.remove(interchange.id()) != null) {
            if (theirs.isEmpty()) {
                open.remove(interchange.partner());
            }
            notifyAll();
        }
    }

    private boolean hasEarlier(Interchange interchange, Touched touched) {
        TreeMap<String, Touched> theirs = open.get(interchange.partner());
        return theirs != null
                && theirs.headMap(interchange.id()).values().stream().anyMatch(touched::meets);
    }
}
