package org.customsgateway.route;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.customsgateway.journal.HandOver;
import org.customsgateway.journal.Journal;

/**
 * A back-end that does not answer in time: the item gets a status of its own, the operator an alarm. A late answer still counts, and
 * with the last one the alarm goes.
 */
final class TimeOuts {

    private static final String OVERDUE = "DECISION-OVERDUE";
    private static final int SWEEP = 500;

    private final Journal journal;
    private final Combine combine;
    private final Clock clock;

    TimeOuts(Journal journal, Combine combine, Clock clock) {
        this.journal = journal;
        this.combine = combine;
        this.clock = clock;
    }

    public void sweep() {
        List<HandOver> overdue;
        do {
            Instant now = clock.instant();
            overdue = journal.handOvers().overdue(now, SWEEP);
            if (!overdue.isEmpty()) {
                journal.handOvers().timedOut(overdue, now, combine.by(clock));
                overdue.stream()
                        .collect(Collectors.groupingBy(HandOver::backend, Collectors.counting()))
                        .forEach((backend, count) -> journal.alarms()
                                .raise(OVERDUE, backend, count + " declarations are not answered in time", now));
            }
        } while (overdue.size() == SWEEP);
        journal.alarms().open(OVERDUE).stream()
                .filter(backend -> !journal.handOvers().late(backend))
                .forEach(backend -> journal.alarms().clear(OVERDUE, backend, clock.instant()));
    }
}
