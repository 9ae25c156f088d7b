package org.customsgateway.message;

/**
 * What makes an item the same item for its partner. A postal item is its identifier with its posting date, because S10
 * identifiers are used again after twelve months (UPU S10-12, clause on re-use).
 *
 * @param id for example the S10 identifier, a house waybill number, an order number
 * @param date the other half of the key: ISO date (yyyy-mm-dd), in a format without one another number that belongs to it (the
 *     master waybill of a house), or empty
 */
public record ItemKey(String id, String date) {}
