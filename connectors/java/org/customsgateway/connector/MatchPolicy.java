package org.customsgateway.connector;

import java.time.Duration;
import java.util.Set;
import org.customsgateway.message.LegKind;

/**
 * How the legs of orders that a partner sends are brought together with those of others.
 *
 * @param legs what its orders wait for; with none they are declared at once
 * @param window how long an order waits for them, and any other leg for its order
 */
public record MatchPolicy(Set<LegKind> legs, Duration window) {

    public static final Duration WINDOW = Duration.ofHours(24);

    public static final MatchPolicy NONE = new MatchPolicy(Set.of(), WINDOW);
}
