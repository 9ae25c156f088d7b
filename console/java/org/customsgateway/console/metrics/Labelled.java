package org.customsgateway.console.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A gauge that has a value for each of some labels, which come and go. */
record Labelled(MultiGauge gauge) {

    static Labelled of(MeterRegistry registry, String name, String what) {
        return new Labelled(MultiGauge.builder(name).description(what).register(registry));
    }

    /** In the place of what it showed before. */
    void show(Map<Tags, ? extends Number> values) {
        List<Row<?>> rows = new ArrayList<>();
        values.forEach((tags, value) -> rows.add(Row.of(tags, value)));
        gauge.register(rows, true);
    }
}
