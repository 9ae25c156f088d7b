package org.customsgateway.mapping.enrich;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.customsgateway.mapping.reference.Snapshot;

/** Rulebooks of the days that are asked for, made once as long as the data is the same. */
final class Rulebooks {

    private static final int MOST_DAYS = 400;

    private record Shelf(Snapshot data, Map<LocalDate, Rulebook> days) {}

    private volatile Shelf shelf = new Shelf(null, Map.of());

    Rulebook on(Snapshot data, LocalDate day) {
        Shelf now = shelf;
        if (now.data() != data) {
            now = new Shelf(data, new ConcurrentHashMap<>());
            shelf = now;
        }
        if (now.days().size() >= MOST_DAYS) {
            now.days().clear();
        }
        return now.days().computeIfAbsent(day, one -> new Rulebook(data, one));
    }
}
