package org.customsgateway.journal;

import java.time.Instant;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.StatusCode;

/**
 * An interchange with something its partner has not been told.
 *
 * @param format of the interchange, or null where it was refused before it was identified
 * @param state of the interchange
 * @param code of the statuses that wait; null where it is the interchange itself that is to be answered
 * @param count of them; 0 for the interchange itself
 * @param oldest since when the first of them waits
 */
public record Unreported(
        String interchangeId,
        PartnerId partner,
        FormatId format,
        InterchangeState state,
        StatusCode code,
        int count,
        Instant oldest) {}
