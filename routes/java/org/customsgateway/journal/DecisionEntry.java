package org.customsgateway.journal;

import java.time.Instant;

/**
 * A back-end's decision on its way into the journal.
 *
 * @param itemId the id of the declaration that it is about, which is the item's
 * @param ref the back-end's own id of this decision: the same one twice is the same decision
 * @param functionCode of the WCO RES document
 * @param outcome what the combiner needs of it; the journal does not look into it
 * @param payload the RES document as it came
 */
public record DecisionEntry(
        String itemId,
        String backend,
        String ref,
        String functionCode,
        String outcome,
        byte[] payload,
        Instant receivedAt) {}
