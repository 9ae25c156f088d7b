package org.customsgateway.connector;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.StatusCode;

/**
 * What a partner is told, how often, and over which wire.
 *
 * @param formats agreed ones, where a format may be answered in more than one
 * @param acknowledge whether the reading of an interchange is acknowledged
 * @param statuses the ones that are sent to it; all by default, none where it fetches them
 * @param batchItems a reply is written when it has this many items
 * @param batchWait or when its first status has waited this long
 * @param retry when the partner's side does not take a reply
 */
public record ReplyPolicy(
        WireEnd wire,
        List<FormatId> formats,
        Acknowledge acknowledge,
        Set<StatusCode> statuses,
        int batchItems,
        Duration batchWait,
        Retry retry) {

    /** Whether anything is sent to it. */
    public boolean isSent() {
        return wire != WireEnd.HTTPS;
    }
}
