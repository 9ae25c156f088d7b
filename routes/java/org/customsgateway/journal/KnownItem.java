package org.customsgateway.journal;

import org.customsgateway.message.ItemKey;
import org.customsgateway.message.StatusCode;

/** The latest version of an item that occupies its key. */
public record KnownItem(ItemKey key, String itemId, int version, String contentHash, StatusCode status) {}
