package org.customsgateway.journal;

/**
 * A hand-over that the broker may not have got yet, with all that it needs.
 *
 * @param shown what the back-end is shown of the declaration, or empty: all of it
 */
public record Outgoing(HandOver handOver, String enrichment, byte[] declaration, String shown) {}
