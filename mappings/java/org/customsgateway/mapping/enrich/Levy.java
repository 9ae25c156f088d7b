package org.customsgateway.mapping.enrich;

import java.math.BigDecimal;
import java.util.List;

/**
 * One tax of an estimate.
 *
 * @param tax its name in {@code tax-bases.csv}
 * @param parts of each goods item, in whole minor units of the currency; empty where nothing is due; null where it is not known
 * @param example whether a rate is from a file that is an example
 * @param working for a person
 */
record Levy(String tax, List<BigDecimal> parts, boolean example, List<String> working) {

    static Levy nothing(String tax, String why) {
        return new Levy(tax, List.of(), false, List.of(tax + " 0: " + why));
    }

    static Levy unknown(String tax, String why) {
        return new Levy(tax, null, false, List.of(tax + " unknown: " + why));
    }

    boolean known() {
        return parts != null;
    }

    /** @param item place of a goods item, from 0 */
    BigDecimal part(int item) {
        return parts.isEmpty() ? BigDecimal.ZERO : parts.get(item);
    }

    BigDecimal total() {
        return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
