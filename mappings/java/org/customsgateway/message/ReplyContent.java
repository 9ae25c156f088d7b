package org.customsgateway.message;

import java.time.Instant;
import java.util.List;

/**
 * What one reply says, before it is put into the partner's format. A reply answers one interchange.
 *
 * @param replyId the gateway's own id of this reply
 * @param controlNumber gap-free per partner and reply format
 * @param interchangeId the gateway's id of the interchange that is answered
 * @param interchangeReference the sender's own reference of it, or empty
 * @param interchangeName the file name or message id it came with, or empty
 * @param preparedAt the time that the reply bears
 * @param problems of the interchange itself: it could not be read, or its envelope is wrong
 * @param items statuses of its items; empty when the interchange as a whole is refused
 */
public record ReplyContent(
        String replyId,
        long controlNumber,
        PartnerId partner,
        String interchangeId,
        String interchangeReference,
        String interchangeName,
        Instant preparedAt,
        List<Problem> problems,
        List<ItemStatus> items) {}
