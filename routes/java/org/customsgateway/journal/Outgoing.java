package org.customsgateway.journal;

/** A hand-over that the broker may not have got yet, with all that it needs. */
public record Outgoing(HandOver handOver, String enrichment, byte[] declaration) {}
