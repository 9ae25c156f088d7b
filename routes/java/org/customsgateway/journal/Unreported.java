package org.customsgateway.journal;

import java.time.Instant;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.PartnerId;

/**
 * An interchange with something its partner has not been told.
 *
 * @param format of the interchange, or null where it was refused before it was identified
 * @param state of the interchange
 * @param count of unreported statuses; 0 for a refused interchange, which is told as a whole
 * @param oldest since when the first of them waits
 */
public record Unreported(
        String interchangeId, PartnerId partner, FormatId format, InterchangeState state, int count, Instant oldest) {}
