package org.customsgateway.journal;

import java.math.BigDecimal;

/**
 * That an item is goods that come back, on its way into the journal.
 *
 * @param originalId the declaration that they came in with, or null where it is not known
 * @param n which return of that declaration it is, from 1; 0 where it is not known
 * @param cancels whether the return is withdrawn
 * @param part how much of what came in goes back, from 0 to 1, as far as it counts for its buyer's year; null where it does not
 */
public record ReturnEntry(String originalId, int n, boolean cancels, BigDecimal part) {}
