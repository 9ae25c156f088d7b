package org.customsgateway.console.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customsgateway.connector.Alarm;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.WireEnd;
import org.customsgateway.journal.Alarms;

/** Whether partners' servers can be reached, as far as the wires tell: by the alarms that they raise. */
final class Reachable {

    /** Where the gateway goes to the partner, and keeps track of whether it gets there. */
    private static final List<WireEnd> WIRES = List.of(WireEnd.SFTP_CLIENT, WireEnd.WEBHOOK);

    private final Labelled gauge;

    Reachable(MeterRegistry registry) {
        gauge = Labelled.of(
                registry,
                "gateway.wire.reachable",
                "1, or 0 while the partner's server is out of reach or takes nothing");
    }

    void show(Collection<Partner> partners, Alarms alarms) {
        Set<String> lost = new HashSet<>(alarms.open("UNREACHABLE"));
        lost.addAll(alarms.open("GONE"));
        Map<Tags, Integer> all = new HashMap<>();
        for (Partner partner : partners) {
            for (WireEnd end : WIRES) {
                if (partner.wires().has(end)) {
                    boolean reached = !lost.contains(Alarm.subject(partner.id(), end.wire()));
                    all.put(Tags.of("partner", partner.id().value(), "wire", end.key()), reached ? 1 : 0);
                }
            }
        }
        gauge.show(all);
    }
}
