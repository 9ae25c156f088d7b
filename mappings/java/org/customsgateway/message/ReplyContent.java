package org.customsgateway.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one reply says, before it is put into the partner's format. A reply answers one interchange.
 *
 * @param replyId the gateway's own id of this reply
 * @param controlNumber gap-free per partner and reply format
 * @param interchangeId the gateway's id of the interchange that is answered
 * @param interchangeReference the sender's own reference of it, or empty
 * @param interchangeName the file name or message id it came with, or empty
 * @param facts of the interchange, by the names of its format's {@code interchange} list
 * @param profile what is agreed with the partner about its replies, by the names of the reply format's {@code profile} list
 * @param preparedAt the time that the reply bears
 * @param refused whether the interchange as a whole is refused; without items and not refused, the reply says that it was read
 * @param problems of the interchange itself, or of single messages in it, when it is the interchange that is answered
 * @param items statuses of its items; empty when it is the interchange that is answered
 */
public record ReplyContent(
        String replyId,
        long controlNumber,
        PartnerId partner,
        String interchangeId,
        String interchangeReference,
        String interchangeName,
        Map<String, String> facts,
        Map<String, String> profile,
        Instant preparedAt,
        boolean refused,
        List<Problem> problems,
        List<ItemStatus> items) {

    public ReplyContent with(Map<String, String> agreed) {
        return new ReplyContent(
                replyId,
                controlNumber,
                partner,
                interchangeId,
                interchangeReference,
                interchangeName,
                facts,
                agreed,
                preparedAt,
                refused,
                problems,
                items);
    }
}
