package org.customsgateway.journal;

import org.customsgateway.message.Status;

/**
 * A status on its way into the journal.
 *
 * @param report whether the partner wants to be told: it then waits for a reply
 */
public record StatusEntry(Status status, boolean report) {}
