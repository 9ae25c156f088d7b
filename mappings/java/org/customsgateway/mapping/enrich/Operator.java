package org.customsgateway.mapping.enrich;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a rule of {@code enrichment.csv} may do. */
enum Operator {
    /** Whether the codes of goods exist. */
    TARIFF,
    /** Whether codes and descriptions speak of the same. */
    PLAUSIBLE,
    /** The value of the goods of the consignment. */
    VALUE,
    /** The same in the currency of the destination, with freight and insurance. */
    AMOUNTS,
    /** What the threshold of the destination does to the duty. */
    RELIEF,
    /** The regime that the consignment qualifies for, and who collects. */
    REGIME,
    /** Who collects under that regime. */
    COLLECTOR,
    /** Category of the WCO Immediate Release Guidelines. */
    CATEGORY,
    /** Estimate of the duty. */
    DUTY,
    /** Estimate of the other taxes at import. */
    TAX,
    /** Estimate of all that is due. */
    DUE,
    /** Who declares, where nobody is named. */
    DECLARANT,
    /** The office of customs, where none is named. */
    OFFICE,
    /** Whether goods have the identifiers that the destination asks for. */
    IDENTIFIERS,
    /** Whether customs or the gateway knows the party. */
    TRUSTED_DECLARANT,
    TRUSTED_SENDER,
    TRUSTED_SELLER,
    /** Since when the sender is known, and what it has sent in the year. */
    SENDER,
    /** The same of the consignee. */
    CONSIGNEE,
    /** Several consignments of one sender to one consignee on one day. */
    BUNDLE;

    private static final Map<String, Operator> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toMap(
                    one -> one.name().toLowerCase(Locale.ROOT).replace('_', ' '), Function.identity()));

    static Optional<Operator> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
