package org.customsgateway.match;

import org.customsgateway.journal.StatusEntry;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Status;

/** What a partner wants to be told: a status with whether it waits for a reply, and whether it is fetched. */
@FunctionalInterface
public interface Wanted {
    StatusEntry of(PartnerId partner, Status status);
}
