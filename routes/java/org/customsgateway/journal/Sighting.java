package org.customsgateway.journal;

import java.time.LocalDate;

/**
 * How often a party was declared in a period.
 *
 * @param period of {@link Sightings}
 * @param party a keyed hash
 * @param currency ISO 4217, or empty where no value is known
 * @param first day on which it was declared at all, as far as is known
 * @param thousandths of the currency, that all items come to
 */
public record Sighting(String period, String party, String currency, LocalDate first, long items, long thousandths) {

    /** Both together; they are of one party, period and currency. */
    public Sighting with(Sighting other) {
        return new Sighting(
                period,
                party,
                currency,
                first.isBefore(other.first) ? first : other.first,
                items + other.items,
                thousandths + other.thousandths);
    }

    boolean sameRow(Sighting other) {
        return period.equals(other.period) && party.equals(other.party) && currency.equals(other.currency);
    }
}
