package org.customsgateway.route;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.customsgateway.journal.Journal;
import org.customsgateway.mapping.reference.ReferenceFault;
import org.customsgateway.mapping.reference.ReferenceSet;
import org.customsgateway.mapping.reference.References;

/**
 * Reference data that is older than it may be (REFERENCE-AGE), or whose edit cannot be taken (REFERENCE-FAULT), each about one set.
 * The alarm goes when its reason goes; the journal is written to only when something changes.
 */
public final class ReferenceAlarms implements Consumer<References> {

    private static final String AGE = "REFERENCE-AGE";
    private static final String FAULT = "REFERENCE-FAULT";

    private final Journal journal;
    private final Clock clock;
    /** Subjects of the open ones, by kind; an earlier run may have left some. */
    private final Map<String, Set<String>> lit = new HashMap<>();

    public ReferenceAlarms(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void accept(References references) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<String, String> old = new TreeMap<>();
        for (ReferenceSet set : references.now().all()) {
            set.old()
                    .filter(day -> !day.isAfter(today))
                    .ifPresent(day -> old.put(set.shape().name(), old(set, day)));
        }
        show(AGE, old);
        Map<String, String> broken = new TreeMap<>();
        for (ReferenceFault fault : references.faults()) {
            broken.putIfAbsent(
                    fault.set().isEmpty() ? "sets.yaml" : fault.set(),
                    fault + "; the last good version is in use, 'gateway reference check' says all that is wrong");
        }
        show(FAULT, broken);
    }

    private static String old(ReferenceSet set, LocalDate day) {
        return "the reference data " + set.shape().name() + " is older than it may be since " + day
                + ": hold it against its source (" + set.files().get(0).about().source()
                + ") and write the day as asOf into its file";
    }

    private void show(String kind, Map<String, String> now) {
        Set<String> before = lit.computeIfAbsent(
                kind, earlier -> new HashSet<>(journal.alarms().open(earlier)));
        before.removeIf(subject -> {
            boolean over = !now.containsKey(subject);
            if (over) {
                journal.alarms().clear(kind, subject, clock.instant());
            }
            return over;
        });
        now.forEach((subject, text) -> {
            if (before.add(subject)) {
                journal.alarms().raise(kind, subject, text, clock.instant());
            }
        });
    }
}
