package org.customsgateway.journal;

/**
 * A hand-over that the broker may not have got yet, with all that it needs.
 *
 * @param shown what the back-end is shown of the declaration, or empty: all of it
 * @param news which news of a return that the back-end has already; 0: it gets the declaration for the first time
 */
public record Outgoing(HandOver handOver, String enrichment, byte[] declaration, String shown, long news) {}
