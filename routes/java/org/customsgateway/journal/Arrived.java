package org.customsgateway.journal;

/**
 * Legs that were journaled together and that nobody has looked at yet.
 *
 * @param first sequence of the first one in the interchange
 * @param last sequence of the last one; what is no leg in between does not count
 */
public record Arrived(String interchangeId, int first, int last) {}
