package org.customsgateway.journal;

import java.util.Optional;

/** Turns where an item stands into its next status, or none. It is called inside the transaction: it computes, nothing else. */
@FunctionalInterface
public interface Combiner {
    Optional<StatusEntry> status(Standing standing);
}
