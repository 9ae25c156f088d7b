package org.customsgateway.console.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.customsgateway.journal.Backlog.Waiting;

/** How many wait, and for how long the first of them has. */
record WaitingGauge(Labelled count, Labelled oldest) {

    static WaitingGauge of(MeterRegistry registry, String name, String what) {
        return new WaitingGauge(
                Labelled.of(registry, name, what),
                Labelled.of(registry, name + ".oldest.seconds", "For how long the first of them has been waiting"));
    }

    void show(Map<Tags, Waiting> all, Instant now) {
        Map<Tags, Long> counts = new HashMap<>();
        Map<Tags, Double> ages = new HashMap<>();
        all.forEach((tags, waiting) -> {
            counts.put(tags, waiting.count());
            ages.put(
                    tags,
                    waiting.since() == null
                            ? 0
                            : Duration.between(waiting.since(), now).toMillis() / 1000.0);
        });
        count.show(counts);
        oldest.show(ages);
    }
}
