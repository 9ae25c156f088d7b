package org.customsgateway.connector;

import java.time.Duration;
import java.util.Set;
import org.customsgateway.message.StatusCode;

/**
 * What a partner is told, how often, and over which wire.
 *
 * @param statuses the ones it wants; all by default
 * @param batchItems a reply is written when it has this many items
 * @param batchWait or when its first status has waited this long
 * @param retry when the partner's side does not take a reply
 */
public record ReplyPolicy(WireEnd wire, Set<StatusCode> statuses, int batchItems, Duration batchWait, Retry retry) {}
