package org.customsgateway.route;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.customsgateway.connector.MatchPolicy;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.LegEntry;
import org.customsgateway.mapping.MappedItem;
import org.customsgateway.match.LegReader;
import org.customsgateway.match.MatchFiles;
import org.customsgateway.message.LegKind;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;

/** Which items are legs of orders, and for what they wait. */
final class LegPolicy {

    /** Told with the receipt of a leg: nothing is declared yet. */
    private static final String PENDING = "PENDING_MATCH";

    private final LegReader legs;
    private final MatchFiles match;

    LegPolicy(LegReader legs, MatchFiles match) {
        this.legs = legs;
        this.match = match;
    }

    /** How much of an order a return takes back. */
    ReturnPart part(Journal journal) {
        return new ReturnPart(journal, match);
    }

    /** An order waits only where its partner's file says for what; a payment or a parcel is never declared by itself. */
    static boolean waits(Reading reading) {
        String leg = reading.mapping().leg();
        return !leg.isEmpty()
                && (LegKind.of(leg) != LegKind.ORDER
                        || !reading.partner().match().legs().isEmpty());
    }

    LegEntry leg(Reading reading, MappedItem item, Instant now) {
        MatchPolicy policy = reading.partner().match();
        LegKind kind = LegKind.of(reading.mapping().leg());
        Set<LegKind> needs = kind == LegKind.ORDER ? policy.legs() : Set.of();
        return legs.leg(item, kind, needs, now.plus(policy.window()));
    }

    static Status received(LegEntry leg, MappedItem item, Instant now) {
        String others = leg.needs().stream().map(LegKind::word).sorted().collect(Collectors.joining(", "));
        String text = leg.kind() == LegKind.ORDER ? "waits for " + others : "waits for its order";
        return new Status(StatusCode.RECEIVED, now, PENDING, text, item.problems(), List.of(), null, "");
    }
}
