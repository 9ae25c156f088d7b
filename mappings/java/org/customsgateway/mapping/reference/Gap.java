package org.customsgateway.mapping.reference;

import java.time.LocalDate;

/**
 * Days between two rows of one key, on which there is none.
 *
 * @param key its parts with a space between them
 * @param from first day without a row
 * @param to last day without a row
 */
public record Gap(String key, LocalDate from, LocalDate to) {}
