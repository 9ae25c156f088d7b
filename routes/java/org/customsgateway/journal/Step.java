package org.customsgateway.journal;

import java.time.Instant;

/**
 * What no other table tells: a retry, a parking, a resubmit, a reload.
 *
 * @param interchangeId what it belongs to, or null
 * @param itemId or null
 * @param step one word in capitals
 */
public record Step(Instant at, String interchangeId, String itemId, String step, String detail) {}
