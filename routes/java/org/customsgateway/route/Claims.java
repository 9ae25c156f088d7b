package org.customsgateway.route;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.ExchangeProperty;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Partners;
import org.customsgateway.journal.Interchange;
import org.customsgateway.journal.Journal;

/** Takes the next interchange to be read, under a lease, so that a crashed node's work is taken over by any other. */
final class Claims {

    /** Bytes of an interchange that others wait for: it is read in milliseconds. A large one holds up nobody. */
    static final int SMALL = 1 << 16;

    /** How long a silent node keeps an interchange. It is renewed with every batch. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private final Journal journal;
    private final Partners partners;
    private final ArrivalOrder order;
    private final int mostLarge;
    private final String node;
    private final Clock clock;
    private final AtomicInteger asking = new AtomicInteger();
    private final Queue<Reading> claimed = new ArrayDeque<>();
    /** Ids of those large ones that are being read. */
    private final Set<String> large = ConcurrentHashMap.newKeySet();

    /** @param mostLarge how many large ones are read at a time: with so many under way nothing is claimed */
    Claims(Journal journal, Partners partners, ArrivalOrder order, int mostLarge, String node, Clock clock) {
        this.mostLarge = mostLarge;
        this.order = order;
        this.journal = journal;
        this.partners = partners;
        this.node = node;
        this.clock = clock;
    }

    /**
     * Null when there is nothing to be read. Who comes first claims for all who wait, in one commit, and what is claimed first also
     * begins first.
     */
    public Reading next() {
        asking.incrementAndGet();
        try {
            synchronized (this) {
                if (claimed.isEmpty()) {
                    claim(Math.min(asking.get(), mostLarge - large.size()));
                }
                return claimed.poll();
            }
        } finally {
            asking.decrementAndGet();
        }
    }

    /** Its effects are journaled, or it has failed. Null, where nothing was claimed, and twice are fine. */
    public void ends(@ExchangeProperty(ReadRoute.READING) Reading reading) {
        if (reading != null) {
            large.remove(reading.interchange().id());
            order.ends(reading.interchange());
        }
    }

    static boolean isLarge(Interchange interchange) {
        return interchange.raw().size() > SMALL;
    }

    private void claim(int most) {
        if (most <= 0) {
            return;
        }
        Instant now = clock.instant();
        for (Interchange interchange : journal.interchanges().claim(node, most, now.plus(LEASE), now)) {
            Optional<Partner> partner = partners.find(interchange.partner());
            if (partner.isPresent()) {
                if (isLarge(interchange)) {
                    large.add(interchange.id());
                } else {
                    order.begins(interchange);
                }
                claimed.add(Reading.of(interchange, partner.get()));
            } else {
                journal.interchanges()
                        .quarantine(
                                interchange.id(),
                                node,
                                "there is no partner " + interchange.partner() + " any more",
                                now);
            }
        }
    }
}
