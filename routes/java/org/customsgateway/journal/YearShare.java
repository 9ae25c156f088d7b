package org.customsgateway.journal;

import java.math.BigDecimal;

/**
 * What one order adds to the yearly sum of a person.
 *
 * @param person a keyed hash
 * @param currency ISO 4217
 */
public record YearShare(String person, int year, String currency, BigDecimal amount) {

    /** What takes this one back. */
    YearShare negated() {
        return new YearShare(person, year, currency, amount.negate());
    }

    /** Never less than nothing. */
    YearShare less(BigDecimal taken) {
        return new YearShare(person, year, currency, amount.subtract(taken).max(BigDecimal.ZERO));
    }

    boolean sameSum(YearShare other) {
        return person.equals(other.person) && year == other.year && currency.equals(other.currency);
    }
}
