package org.customsgateway.journal;

import org.customsgateway.message.FormatId;
import org.customsgateway.message.ItemStatus;

/**
 * A status in a partner's feed.
 *
 * @param number its place in the feed, from 1; a later status has a higher one
 */
public record Listed(long number, String interchangeId, ItemStatus status, FormatId format) {}
