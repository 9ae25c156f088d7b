package org.customsgateway.journal;

import java.time.Instant;

/**
 * A declaration's way to one back-end.
 *
 * @param enrichment what travels beside the declaration to this back-end, or empty
 * @param deadline the back-end is to have answered by then
 */
public record HandOverEntry(String backend, String enrichment, Instant deadline) {}
