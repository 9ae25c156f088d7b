package org.customsgateway.mapping.enrich;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a rule of {@code enrichment.csv} may do. */
enum Operator {
    /** Whether the codes of goods exist. */
    TARIFF,
    /** The value of the goods of the consignment. */
    VALUE,
    /** What the threshold of the destination does to the duty. */
    RELIEF,
    /** The regime that the consignment qualifies for, and who collects. */
    REGIME,
    /** Category of the WCO Immediate Release Guidelines. */
    CATEGORY;

    static Optional<Operator> named(String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
