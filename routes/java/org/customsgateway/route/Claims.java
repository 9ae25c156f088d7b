package org.customsgateway.route;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Partners;
import org.customsgateway.journal.Interchange;
import org.customsgateway.journal.Journal;

/** Takes the next interchange to be read, under a lease, so that a crashed node's work is taken over by any other. */
final class Claims {

    /** How long a silent node keeps an interchange. It is renewed with every batch. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private final Journal journal;
    private final Partners partners;
    private final ArrivalOrder order;
    private final int large;
    private final String node;
    private final Clock clock;
    private final AtomicInteger asking = new AtomicInteger();
    private final Queue<Reading> claimed = new ArrayDeque<>();

    /** @param large how many large ones are read at a time: with so many under way nothing is claimed */
    Claims(Journal journal, Partners partners, ArrivalOrder order, int large, String node, Clock clock) {
        this.large = large;
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
                    claim(Math.min(asking.get(), large - order.large()));
                }
                return claimed.poll();
            }
        } finally {
            asking.decrementAndGet();
        }
    }

    private void claim(int most) {
        if (most <= 0) {
            return;
        }
        Instant now = clock.instant();
        for (Interchange interchange : journal.interchanges().claim(node, most, now.plus(LEASE), now)) {
            Optional<Partner> partner = partners.find(interchange.partner());
            if (partner.isPresent()) {
                order.begins(interchange);
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
