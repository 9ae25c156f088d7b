package org.customsgateway.journal;

import java.time.Instant;

/**
 * A back-end's decision on its way into the journal.
 *
 * @param itemId the id of the declaration that it is about, which is the item's
 * @param ref the back-end's own id of this decision: the same one twice is the same decision
 * @param functionCode of the WCO RES document
 * @param outcome what the combiner needs of it; the journal does not look into it
 * @param ends whether it ends the wait for this back-end; a mere receipt does not
 * @param issuedAt when the back-end made it: the latest one counts, in whatever order they arrive
 * @param payload the RES document as it came
 */
public record DecisionEntry(
        String itemId,
        String backend,
        String ref,
        String functionCode,
        String outcome,
        boolean ends,
        Instant issuedAt,
        Instant receivedAt,
        byte[] payload) {}
