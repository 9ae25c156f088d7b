package org.customsgateway.journal;

/**
 * That an item is goods that come back, on its way into the journal.
 *
 * @param originalId the declaration that they came in with, or null where it is not known
 * @param n which return of that declaration it is, from 1; 0 where it is not known
 * @param cancels whether the return is withdrawn
 */
public record ReturnEntry(String originalId, int n, boolean cancels) {}
