package org.customsgateway.journal;

import java.time.Instant;

/**
 * What becomes of a leg.
 *
 * @param orderItem the order that it is part of now, or null where that stays
 * @param deadline another one, or null where it stays
 * @param status to be told, or null where there is nothing to say
 */
public record LegChange(String itemId, LegState state, String orderItem, Instant deadline, StatusEntry status) {

    public static LegChange to(Leg leg, LegState state, StatusEntry status) {
        return new LegChange(leg.itemId(), state, null, null, status);
    }

    public static LegChange joined(Leg leg, String orderItem, StatusEntry status) {
        return new LegChange(leg.itemId(), LegState.JOINED, orderItem, null, status);
    }

    public static LegChange until(Leg leg, Instant deadline) {
        return new LegChange(leg.itemId(), leg.state(), null, deadline, null);
    }
}
