package org.customsgateway.journal;

import java.time.Instant;
import java.util.List;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.PartnerId;

/**
 * Consecutive items of one interchange that are journaled together.
 *
 * @param node who holds the interchange's lease
 * @param entries in the order of the interchange; the last one's sequence becomes the checkpoint
 */
public record Batch(
        String interchangeId,
        String node,
        PartnerId partner,
        FormatId format,
        String mappingVersion,
        Instant at,
        List<ItemEntry> entries) {}
