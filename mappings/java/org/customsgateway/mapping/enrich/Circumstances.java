package org.customsgateway.mapping.enrich;

import java.time.LocalDate;

/**
 * What rules ask of an item beside its declaration.
 *
 * @param on the item's own day
 * @param channel post, express or ecommerce
 * @param partner id of who sent it
 * @param format in which it came
 * @param language in which the partner is told, ISO 639-1
 */
public record Circumstances(LocalDate on, String channel, String partner, String format, String language) {}
