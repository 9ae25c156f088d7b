package org.customsgateway.connector.https;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.ItemStatus;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Problem;
import org.customsgateway.message.RawBytes;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;

/** What a partner may read of what the journal knows: its own, and nothing of anybody else's. */
public interface Inquiry {

    /**
     * @param format null until it is identified
     * @param json whether its problems point into JSON
     * @param reference the sender's own, or empty
     * @param items −1 until all is read
     * @param duplicateOf or null
     */
    record InterchangeReport(
            String id,
            String state,
            Instant receivedAt,
            RawBytes raw,
            FormatId format,
            boolean json,
            String reference,
            int items,
            int itemsRead,
            String duplicateOf,
            List<Problem> problems) {}

    /**
     * @param status the latest one, or null
     * @param json whether its problems point into JSON
     */
    record ItemReport(
            String id,
            String interchangeId,
            int sequence,
            ItemKey key,
            FormatId format,
            boolean json,
            int version,
            StatusCode status,
            Instant createdAt,
            Map<String, String> facts) {}

    /** @param number its place in the partner's feed */
    record StatusReport(long number, String interchangeId, boolean json, ItemStatus item) {}

    /**
     * That the partner was given this to read: noted, but not waited for.
     *
     * @param token which of its tokens it came with
     * @param path of the API
     * @param ids of items or an interchange; a range of numbers of its feed
     */
    void given(PartnerId partner, String token, String path, Collection<String> ids);

    Optional<InterchangeReport> interchange(PartnerId partner, String id);

    /**
     * @param of what the goods came in with, or empty: the item is no return, or it is not known
     * @param by returns of it
     */
    record Returns(String of, List<String> by) {}

    /** By sequence, beginning after the given one. */
    List<ItemReport> items(PartnerId partner, String interchangeId, int after, int limit);

    /** All versions under the partner's own number, newest first. */
    List<ItemReport> items(PartnerId partner, String key, int limit);

    Optional<ItemReport> item(PartnerId partner, String id);

    /** All that an item ever had, oldest first. */
    List<Status> history(String itemId);

    /** Of an item of the partner: only returns that are its own. */
    Returns returns(PartnerId partner, String itemId);

    /** Of all items of the partner, in the order in which they were journaled, beginning after a number. */
    List<StatusReport> statuses(PartnerId partner, long after, int limit);

    /** The highest number that a status of the partner has ever had. */
    long lastStatus(PartnerId partner);

    Optional<String> webhook(PartnerId partner);

    /** @param url empty for none */
    void webhook(PartnerId partner, String url);
}
