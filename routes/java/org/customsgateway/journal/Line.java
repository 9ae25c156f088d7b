package org.customsgateway.journal;

import java.time.Instant;

/**
 * One line of the story of an item or interchange.
 *
 * @param what one word in capitals, for example {@code RECEIVED}, {@code SENT}, {@code DECISION}
 * @param detail for a person: names, ids, numbers, the mapping version
 */
public record Line(Instant at, String what, String detail) {}
