package org.customsgateway.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Problem;
import org.customsgateway.message.StatusCode;

/**
 * One item as the journal knows it.
 *
 * @param version 0 where it does not occupy its key
 * @param status the latest one, or null
 */
public record Item(
        String id,
        String interchangeId,
        int sequence,
        PartnerId partner,
        ItemKey key,
        String contentHash,
        int version,
        FormatId format,
        String mappingVersion,
        Map<String, String> facts,
        List<Problem> problems,
        StatusCode status,
        Instant createdAt) {}
