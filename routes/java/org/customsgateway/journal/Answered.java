package org.customsgateway.journal;

import org.customsgateway.message.Origin;

/**
 * What a reply answers.
 *
 * @param origin of the interchange that it answers; of the latest one, when the same bytes came again
 * @param reference the sender's own reference of that interchange, or empty
 * @param resent how often a person has let it out once more after it had been delivered
 */
public record Answered(Origin origin, String reference, int resent) {}
