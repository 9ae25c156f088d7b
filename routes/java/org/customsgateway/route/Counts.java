package org.customsgateway.route;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.customsgateway.journal.Batch;
import org.customsgateway.journal.ItemEntry;
import org.customsgateway.journal.Received;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.StatusCode;
import org.customsgateway.message.Wire;

/**
 * What this node has done since it started, counted after it is journaled. Labels are ids of partners, formats and back-ends and words of
 * our own: nothing that a sender chooses.
 */
public final class Counts {

    private final MeterProvider<Counter> received;
    private final MeterProvider<Counter> refused;
    private final MeterProvider<Counter> items;
    private final MeterProvider<Counter> decisions;
    private final MeterProvider<Counter> delivered;
    private final MeterProvider<Counter> failed;

    public Counts(MeterRegistry registry) {
        received = counter(registry, "gateway.interchanges.received", "Interchanges journaled");
        refused = counter(registry, "gateway.interchanges.refused", "Interchanges refused as a whole");
        items = counter(registry, "gateway.items", "Items journaled, by the status that each began with");
        decisions = counter(registry, "gateway.decisions", "Decisions of back-ends journaled");
        delivered = counter(registry, "gateway.replies.delivered", "Replies delivered");
        failed = counter(registry, "gateway.replies.failed", "Attempts to deliver a reply that came to nothing");
    }

    private static MeterProvider<Counter> counter(MeterRegistry registry, String name, String what) {
        return Counter.builder(name).description(what).withRegistry(registry);
    }

    void received(PartnerId partner, Wire wire, Received.Kind kind) {
        received.withTags("partner", partner.value(), "wire", word(wire), "kind", word(kind))
                .increment();
    }

    void refused(PartnerId partner) {
        refused.withTags("partner", partner.value()).increment();
    }

    void items(Batch batch) {
        Map<StatusCode, Integer> byStatus = new EnumMap<>(StatusCode.class);
        for (ItemEntry entry : batch.entries()) {
            if (!entry.statuses().isEmpty()) {
                byStatus.merge(entry.statuses().get(0).status().code(), 1, Integer::sum);
            }
        }
        byStatus.forEach((status, count) -> items.withTags(
                        "partner", batch.partner().value(),
                        "format", batch.format().value(),
                        "status", word(status))
                .increment(count));
    }

    void decided(String backend, int count) {
        decisions.withTags("backend", backend).increment(count);
    }

    void delivered(PartnerId partner, List<?> replies) {
        delivered.withTags("partner", partner.value()).increment(replies.size());
    }

    void failed(PartnerId partner) {
        failed.withTags("partner", partner.value()).increment();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
