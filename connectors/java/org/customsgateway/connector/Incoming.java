package org.customsgateway.connector;

/** One of several interchanges that are handed in together: small enough to be held in memory. */
public record Incoming(Delivery delivery, byte[] bytes) {}
