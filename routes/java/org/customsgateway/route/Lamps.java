package org.customsgateway.route;

import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.customsgateway.journal.Journal;

/** Alarms of one kind, each as long as something is wrong with its subject. The journal is written to only when that changes. */
final class Lamps {

    private final Journal journal;
    private final String kind;
    private final Clock clock;
    /** Subjects of the open ones. Null at first: an earlier run may have left some. */
    private Set<String> lit;

    Lamps(Journal journal, String kind, Clock clock) {
        this.journal = journal;
        this.kind = kind;
        this.clock = clock;
    }

    /** @param wrong what is wrong now, by its subject */
    synchronized void show(Map<String, String> wrong) {
        if (lit == null) {
            lit = new HashSet<>(journal.alarms().open(kind));
        }
        for (String subject : Set.copyOf(lit)) {
            if (!wrong.containsKey(subject)) {
                journal.alarms().clear(kind, subject, clock.instant());
                lit.remove(subject);
            }
        }
        wrong.forEach((subject, text) -> {
            if (!lit.contains(subject)) {
                journal.alarms().raise(kind, subject, text, clock.instant());
                lit.add(subject);
            }
        });
    }
}
