package org.customsgateway.journal;

import java.util.Set;
import org.customsgateway.message.PartnerId;

/**
 * What the figures of quality count of one declaration.
 *
 * @param interchangeId in which it, or its order, came
 * @param counted of {@link Tally}, and the rules that it broke
 */
public record Judged(PartnerId partner, String interchangeId, Set<String> counted) {}
