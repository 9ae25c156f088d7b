package org.customsgateway.route;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.customsgateway.journal.Item;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.Leg;
import org.customsgateway.match.MatchFiles;
import org.customsgateway.message.LegKind;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;

/** How much of an order goes back, as far as that lessens what the order counts for in its buyer's year ({@code returned} in limits.csv). */
record ReturnPart(Journal journal, MatchFiles match) {

    private static final Set<StatusCode> RELEASES = EnumSet.of(StatusCode.RELEASED, StatusCode.RELEASED_DUTIABLE);

    /**
     * @param versions of the order, the latest first
     * @param handedIn when the return was
     * @return null where it lessens nothing: the order is in nobody's year, its country does not know of it, or it comes too late
     */
    BigDecimal of(List<Item> versions, CameIn cameIn, List<GoodsLine> goods, Instant handedIn) {
        Optional<Leg> order = versions.stream()
                .map(version -> journal.legs().find(version.id()).orElse(null))
                .filter(Objects::nonNull)
                .filter(leg -> leg.kind() == LegKind.ORDER)
                .findFirst();
        BigDecimal days = order.map(leg -> match.current().rules().daysToReturn(leg.facts()))
                .orElse(null);
        return days == null || late(versions, handedIn, Duration.ofDays(days.longValue())) ? null : cameIn.part(goods);
    }

    /** Counted from the first release; what is not released yet is in time. */
    private boolean late(List<Item> versions, Instant handedIn, Duration most) {
        return versions.stream()
                .flatMap(version -> journal.items().statuses(version.id()).stream())
                .filter(status -> RELEASES.contains(status.code()))
                .map(Status::at)
                .min(Instant::compareTo)
                .filter(released -> handedIn.isAfter(released.plus(most)))
                .isPresent();
    }
}
