package org.customsgateway.route;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.customsgateway.connector.Retry;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.LeaseLost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reading failed and the sender is not to blame: again later, ever later, then set aside with an alarm until a person resubmits it. */
final class OurFault {

    static final Retry READING = new Retry(6, Duration.ofSeconds(1), Duration.ofMinutes(2));

    private static final Logger LOG = LoggerFactory.getLogger(OurFault.class);

    private final Journal journal;
    private final String node;
    private final Clock clock;

    OurFault(Journal journal, String node, Clock clock) {
        this.journal = journal;
        this.node = node;
        this.clock = clock;
    }

    public void reading(
            @ExchangeProperty(ReadRoute.READING) Reading reading,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception cause) {
        if (reading == null || cause instanceof LeaseLost) {
            LOG.warn("reading stopped: {}", cause.toString());
            return;
        }
        String id = reading.interchange().id();
        LOG.error("reading interchange {} failed", id, cause);
        Instant now = clock.instant();
        int failures = reading.interchange().attempts() + 1;
        if (failures >= READING.attempts()) {
            journal.interchanges().quarantine(id, node, cause.toString(), now);
        } else {
            journal.interchanges().retryLater(id, node, now.plus(READING.wait(failures)), cause.toString(), now);
        }
    }
}
