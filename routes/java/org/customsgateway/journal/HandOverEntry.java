package org.customsgateway.journal;

import java.time.Instant;

/**
 * A declaration's way to one back-end.
 *
 * @param enrichment what travels beside the declaration to this back-end, or empty
 * @param deadline the back-end is to have answered by then; of one that is held it is as much later as it waits
 * @param shown what it is shown of the declaration, or empty: all of it
 * @param held what has to be decided before it goes, or empty; the journal does not look into it
 */
public record HandOverEntry(String backend, String enrichment, Instant deadline, String shown, String held) {

    /** All of it, at once. */
    public HandOverEntry(String backend, String enrichment, Instant deadline) {
        this(backend, enrichment, deadline, "", "");
    }

    /** For the table of hand-overs. */
    Object[] values(String itemId, Object partner, Instant at) {
        return new Object[] {
            itemId,
            backend,
            partner,
            Hidden.ENRICHMENT.of(Statuses.orNull(enrichment)),
            at,
            deadline,
            Statuses.orNull(shown),
            Statuses.orNull(held)
        };
    }
}
