package org.customsgateway.journal;

import org.customsgateway.message.Status;

/**
 * A status on its way into the journal.
 *
 * @param report whether the partner wants to be told: it then waits for a reply
 * @param listed whether the partner fetches its statuses: it then has a place in its {@link Feed}
 */
public record StatusEntry(Status status, boolean report, boolean listed) {

    /** For a partner that fetches nothing. */
    public StatusEntry(Status status, boolean report) {
        this(status, report, false);
    }
}
