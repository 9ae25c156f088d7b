package org.customsgateway.console.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;

/**
 * All figures as text, in the format that Prometheus reads (0.0.4).
 *
 * @param gauges look at what they show, before each reading
 */
record Exposition(PrometheusMeterRegistry registry, List<Runnable> gauges) {

    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    /** One reading at a time: it is the same journal that they all ask. */
    synchronized String text() {
        gauges.forEach(Runnable::run);
        return registry.scrape(TYPE);
    }
}
