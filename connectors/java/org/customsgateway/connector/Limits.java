package org.customsgateway.connector;

/**
 * What one partner may use up.
 *
 * @param interchangeBytes largest interchange
 * @param items most items in one interchange
 * @param perMinute most interchanges a minute, 0 for no limit
 */
public record Limits(long interchangeBytes, int items, int perMinute) {}
