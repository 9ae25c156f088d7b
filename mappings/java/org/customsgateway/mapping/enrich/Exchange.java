package org.customsgateway.mapping.enrich;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.customsgateway.mapping.enrich.Consignment.Money;
import org.customsgateway.mapping.reference.ReferenceRow;
import org.customsgateway.mapping.reference.ReferenceSet;

/**
 * A declared amount in another currency, by the rate of the destination's customs for that day.
 *
 * @param rate of {@code rates.csv}; null where it was declared in this currency
 */
record Exchange(Money declared, BigDecimal amount, ReferenceRow rate) {

    /** Minor units of a currency that no set knows. */
    private static final int USUAL = 2;

    /** Empty where there is no rate, or it is an example. Half-up to the minor unit; what needs no rate stays as it was declared. */
    static Optional<Exchange> of(Scene scene, Money declared, String currency) {
        if (declared.currency().equals(currency)) {
            return Optional.of(new Exchange(declared, declared.amount(), null));
        }
        ReferenceSet rates = scene.references().set("rates");
        return rates.find(scene.on(), scene.territory(), declared.currency())
                .filter(rate -> rate.text("base").equals(currency) && !rates.example(rate))
                .filter(rate -> rate.number("rate").signum() > 0)
                .map(rate -> new Exchange(
                        declared,
                        declared.amount().divide(rate.number("rate"), digits(scene, currency), RoundingMode.HALF_UP),
                        rate));
    }

    /** Decimals of an amount. */
    static int digits(Scene scene, String currency) {
        return scene.references()
                .find("currencies")
                .flatMap(currencies -> currencies.find(scene.on(), currency))
                .map(row -> Integer.parseInt(row.text("digits")))
                .orElse(USUAL);
    }

    /** How it came about: {@code 18.75 USD / 1.25 (rates.csv:12) = 15.00}. */
    String working() {
        return rate == null
                ? amount.toPlainString()
                : declared + " / " + rate.text("rate") + " (" + rate.place() + ") = " + amount.toPlainString();
    }
}
