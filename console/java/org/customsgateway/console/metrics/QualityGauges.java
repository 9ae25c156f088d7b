package org.customsgateway.console.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Partners;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.QualityDay;
import org.customsgateway.journal.Tally;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How good the data of each partner was, yesterday and so far today (UTC): the same at all nodes. Two days, because a label for each would
 * be a series for each; what was before tells {@code ./gateway report quality}.
 */
public final class QualityGauges implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(QualityGauges.class);

    private static final int TOP = 5;

    private final Journal journal;
    private final Partners partners;
    private final Clock clock;
    private final Labelled items;
    private final Labelled shares;
    private final Labelled faults;

    public QualityGauges(Journal journal, Partners partners, MeterRegistry registry, Clock clock) {
        this.journal = journal;
        this.partners = partners;
        this.clock = clock;
        items = Labelled.of(registry, "gateway.quality.items", "Items that were read on a day (UTC)");
        shares = Labelled.of(registry, "gateway.quality.share", "Of these the share, 0 to 1, that was good in one way");
        faults = Labelled.of(
                registry, "gateway.quality.faults", "How many of these broke one of the five rules broken most");
    }

    @Override
    public void run() {
        Map<Tags, Long> counts = new HashMap<>();
        Map<Tags, Double> good = new HashMap<>();
        Map<Tags, Long> broken = new HashMap<>();
        try {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            for (Partner partner : partners.all()) {
                String id = partner.id().value();
                // 0 where nothing was read: a figure that goes away is not 0 to those who watch
                counts.put(labels(id, "today"), 0L);
                counts.put(labels(id, "yesterday"), 0L);
                for (QualityDay day : journal.quality().days(id, today.minusDays(1), today)) {
                    Tags labels = labels(id, day.day().equals(today) ? "today" : "yesterday");
                    counts.put(labels, day.count(Tally.ITEMS));
                    share(good, labels, day);
                    day.topFaults(TOP)
                            .forEach(fault -> broken.put(labels.and("rule", fault.getKey()), fault.getValue()));
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("the journal could not be read for the quality of data: {}", e.toString());
            counts.clear();
            good.clear();
            broken.clear();
        }
        items.show(counts);
        shares.show(good);
        faults.show(broken);
    }

    private static void share(Map<Tags, Double> good, Tags labels, QualityDay day) {
        good.put(labels.and("what", "accepted-first-time"), day.acceptedFirstTime());
        good.put(labels.and("what", "complete"), day.complete());
        good.put(labels.and("what", "timely"), day.timely());
        good.put(labels.and("what", "accurate"), day.accurate());
        good.put(labels.and("what", "consistent"), day.consistent());
        day.beforeArrival().ifPresent(share -> good.put(labels.and("what", "before-arrival"), share));
    }

    private static Tags labels(String partner, String day) {
        return Tags.of("partner", partner, "day", day);
    }
}
