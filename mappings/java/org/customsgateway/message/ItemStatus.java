package org.customsgateway.message;

/**
 * A status with the item that it is about, as a reply needs it.
 *
 * @param itemId the gateway's own id of the item
 * @param key the partner's id and date
 * @param sequence 1-based place of the item in its interchange
 * @param facts what the reply must give back and only the source knows (origin and destination post, mail class, …), by
 *     the names of the format's own {@code facts} list
 */
public record ItemStatus(
        String itemId, ItemKey key, int sequence, java.util.Map<String, String> facts, Status status) {}
