package org.customsgateway.route;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.customsgateway.journal.Journal;
import org.customsgateway.mapping.reference.ReferenceFault;
import org.customsgateway.mapping.reference.ReferenceSet;
import org.customsgateway.mapping.reference.References;

/**
 * Reference data that is older than it may be (REFERENCE-AGE), or whose edit cannot be taken (REFERENCE-FAULT), each about one set.
 * The alarm goes when its reason goes.
 */
public final class ReferenceAlarms implements Consumer<References> {

    private final Lamps age;
    private final Lamps fault;
    private final Clock clock;

    public ReferenceAlarms(Journal journal, Clock clock) {
        this.age = new Lamps(journal, "REFERENCE-AGE", clock);
        this.fault = new Lamps(journal, "REFERENCE-FAULT", clock);
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
        age.show(old);
        Map<String, String> broken = new TreeMap<>();
        for (ReferenceFault each : references.faults()) {
            broken.putIfAbsent(
                    each.set().isEmpty() ? "sets.yaml" : each.set(),
                    each + "; the last good version is in use, 'gateway reference check' says all that is wrong");
        }
        fault.show(broken);
    }

    private static String old(ReferenceSet set, LocalDate day) {
        return "the reference data " + set.shape().name() + " is older than it may be since " + day
                + ": hold it against its source (" + set.files().get(0).about().source()
                + ") and write the day as asOf into its file";
    }
}
