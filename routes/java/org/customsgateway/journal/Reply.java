package org.customsgateway.journal;

import java.time.Instant;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.RawBytes;

/**
 * One reply in the outbox.
 *
 * @param interchangeId that it answers
 * @param controlNumber gap-free per partner and format
 * @param name the file name or message id it leaves with, null while a draft
 * @param raw its bytes, null while a draft
 * @param deliveredAt null until then
 */
public record Reply(
        String id,
        PartnerId partner,
        FormatId format,
        String interchangeId,
        long controlNumber,
        String name,
        RawBytes raw,
        ReplyState state,
        int attempts,
        Instant nextAttempt,
        Instant createdAt,
        Instant deliveredAt) {}
