package org.customsgateway.mapping.enrich;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.customsgateway.mapping.reference.ReferenceRow;
import org.customsgateway.mapping.reference.ReferenceSet;

/**
 * What is raised on a goods item.
 *
 * @param percent of the base; null where nobody can say
 * @param source where the rate stands; or why there is none
 */
record TaxRate(BigDecimal percent, String source, boolean example) {

    /** By {@code tax-rates.csv}: the longest row of the destination's, else of its union's that the code begins with, else that for any code. */
    static TaxRate of(Scene scene, String tax, String hs) {
        ReferenceSet rates = scene.references().set("tax-rates");
        Optional<ReferenceRow> row = Stream.of(scene.consignment().destination(), scene.territory())
                .distinct()
                .filter(rates::covers)
                .flatMap(
                        country -> rates
                                .longest(scene.on(), country, tax, hs)
                                .or(() -> rates.find(scene.on(), country, tax, "*"))
                                .stream())
                .findFirst();
        if (row.isEmpty()) {
            return new TaxRate(null, "there is no rate of " + scene.territory() + " for " + named(hs), false);
        }
        BigDecimal percent = row.get().number("rate");
        return percent == null
                ? new TaxRate(
                        null,
                        "no percentage for " + named(hs) + " (" + row.get().place() + ")",
                        false)
                : new TaxRate(percent, row.get().place(), rates.example(row.get()));
    }

    private static String named(String hs) {
        return hs.isEmpty() ? "goods without a code" : hs;
    }
}
