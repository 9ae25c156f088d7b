package org.customsgateway.journal;

import org.customsgateway.message.FormatId;
import org.customsgateway.message.ReplyContent;

/**
 * A reply that has its control number and its statuses, and is yet to be written in the partner's format.
 *
 * @param attempts how often it could not be written
 */
public record Draft(FormatId format, ReplyContent content, int attempts) {}
