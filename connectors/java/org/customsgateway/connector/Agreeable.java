package org.customsgateway.connector;

import java.util.Set;
import org.customsgateway.message.FormatId;

/**
 * What a partner's file may say about a format that it sends.
 *
 * @param replies the formats that it may be answered in
 * @param profile names of what may be agreed, for the format itself and for those replies
 */
public record Agreeable(Set<FormatId> replies, Set<String> profile) {}
