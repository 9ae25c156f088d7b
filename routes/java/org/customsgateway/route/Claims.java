package org.customsgateway.route;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
    private final String node;
    private final Clock clock;

    Claims(Journal journal, Partners partners, ArrivalOrder order, String node, Clock clock) {
        this.order = order;
        this.journal = journal;
        this.partners = partners;
        this.node = node;
        this.clock = clock;
    }

    /** Null when there is nothing to be read. One after the other, so that what is claimed first also begins first. */
    public synchronized Reading next() {
        Instant now = clock.instant();
        for (Interchange interchange : journal.interchanges().claim(node, 1, now.plus(LEASE), now)) {
            Optional<Partner> partner = partners.find(interchange.partner());
            if (partner.isPresent()) {
                order.begins(interchange);
                return Reading.of(interchange, partner.get());
            }
            journal.interchanges()
                    .quarantine(
                            interchange.id(), node, "there is no partner " + interchange.partner() + " any more", now);
        }
        return null;
    }
}
