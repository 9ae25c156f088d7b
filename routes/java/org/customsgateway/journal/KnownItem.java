package org.customsgateway.journal;

import org.customsgateway.message.ItemKey;
import org.customsgateway.message.StatusCode;

/**
 * The latest version of an item that occupies its key.
 *
 * @param standing id of the latest version that was not rejected: what an amendment or a withdrawal is of; where all were, of this one
 */
public record KnownItem(
        ItemKey key, String itemId, int version, String contentHash, StatusCode status, String standing) {}
