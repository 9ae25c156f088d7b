package org.customsgateway.journal;

/**
 * That something was decided about what a return was linked to.
 *
 * @param number of the last of those decisions, from 1
 */
public record ReturnNews(String itemId, String originalId, long number) {}
