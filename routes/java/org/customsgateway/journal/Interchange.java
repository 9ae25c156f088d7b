package org.customsgateway.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Problem;
import org.customsgateway.message.RawBytes;
import org.customsgateway.message.Wire;

/**
 * One interchange as the journal knows it.
 *
 * @param format null until it is identified
 * @param mappingVersion the mapping it was read with, or empty
 * @param reference the sender's own reference of it, or empty
 * @param facts of the interchange, by the names of its format's {@code interchange} list
 * @param duplicateOf the interchange that brought the same bytes first, or null
 * @param itemsTotal −1 until all is read
 * @param itemsJournaled the checkpoint: items 1 to this one are in the journal
 * @param attempts how often reading it has failed by our fault
 * @param nextAttempt not before this time
 */
public record Interchange(
        String id,
        PartnerId partner,
        Wire wire,
        String name,
        RawBytes raw,
        Instant receivedAt,
        FormatId format,
        String mappingVersion,
        String reference,
        Map<String, String> facts,
        InterchangeState state,
        String duplicateOf,
        int itemsTotal,
        int itemsJournaled,
        List<Problem> problems,
        int attempts,
        Instant nextAttempt) {}
