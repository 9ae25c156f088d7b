package org.customsgateway.console.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Partners;
import org.customsgateway.journal.Backlog;
import org.customsgateway.journal.Backlog.Waiting;
import org.customsgateway.journal.Journal;
import org.customsgateway.message.PartnerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is open in the journal: the same at all nodes. While it cannot be read there is nothing but that to see. */
public final class JournalGauges implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalGauges.class);

    private static final Backlog NOTHING = new Backlog(Map.of(), Waiting.NONE, Waiting.NONE, Map.of(), Map.of());

    private final Journal journal;
    private final Partners partners;
    private final Clock clock;
    private final Labelled up;
    private final WaitingGauge unread;
    private final WaitingGauge unsent;
    private final WaitingGauge unwritten;
    private final WaitingGauge undelivered;
    private final Labelled alarms;
    private final Reachable reachable;

    public JournalGauges(Journal journal, Partners partners, MeterRegistry registry, Clock clock) {
        this.journal = journal;
        this.partners = partners;
        this.clock = clock;
        up = Labelled.of(registry, "gateway.journal.up", "0 when the journal could not be read just now");
        unread = WaitingGauge.of(
                registry, "gateway.interchanges.unread", "Interchanges that are to be read or are being read");
        unsent = WaitingGauge.of(
                registry, "gateway.declarations.unsent", "Declarations that the broker may not have got");
        unwritten = WaitingGauge.of(registry, "gateway.replies.unwritten", "Replies that are not written yet");
        undelivered = WaitingGauge.of(registry, "gateway.replies.undelivered", "Replies on their way out");
        alarms = Labelled.of(registry, "gateway.alarms.open", "Open alarms, by kind");
        reachable = new Reachable(registry);
    }

    @Override
    public void run() {
        try {
            show(journal.backlog());
            reachable.show(partners.all(), journal.alarms());
            up.show(Map.of(Tags.empty(), 1));
        } catch (RuntimeException e) {
            LOG.warn("the journal could not be read for its figures: {}", e.toString());
            show(NOTHING);
            up.show(Map.of(Tags.empty(), 0));
        }
    }

    private void show(Backlog backlog) {
        Instant now = clock.instant();
        unread.show(byPartner(backlog.unread()), now);
        unsent.show(Map.of(Tags.empty(), backlog.unsent()), now);
        unwritten.show(Map.of(Tags.empty(), backlog.unwritten()), now);
        undelivered.show(byPartner(backlog.undelivered()), now);
        Map<Tags, Long> kinds = new HashMap<>();
        backlog.alarms().forEach((kind, count) -> kinds.put(Tags.of("kind", kind), count));
        alarms.show(kinds);
    }

    /** Those of whom nothing waits, too: a figure that goes away is not 0 to those who watch. */
    private Map<Tags, Waiting> byPartner(Map<PartnerId, Waiting> some) {
        Map<Tags, Waiting> all = new HashMap<>();
        for (Partner partner : partners.all()) {
            all.put(Tags.of("partner", partner.id().value()), Waiting.NONE);
        }
        some.forEach((partner, waiting) -> all.put(Tags.of("partner", partner.value()), waiting));
        return all;
    }
}
