package org.customsgateway.mapping.enrich;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is likely to be due at import, tax by tax. Revenue decides.
 *
 * @param digits decimals of the currency
 * @param levies in the order in which one is counted on the other
 * @param sets that they come from
 */
record Estimate(String currency, int digits, List<Levy> levies, Collection<String> sets) {

    private static final Set<String> DUTIES = Set.of("duty", "surcharge");

    /** Of duty and what is raised with it; empty where the destination has none. */
    Optional<Operators.Said> duty() {
        return said(levies.stream().filter(levy -> DUTIES.contains(levy.tax())).toList());
    }

    /** Of the others. */
    Optional<Operators.Said> tax() {
        return said(levies.stream().filter(levy -> !DUTIES.contains(levy.tax())).toList());
    }

    /** Of all. */
    Operators.Said due() {
        String sum = levies.stream()
                .map(levy -> levy.tax() + " " + (levy.known() ? amount(levy.total()) : "unknown"))
                .collect(Collectors.joining(" + "));
        return new Operators.Said(value(levies), sum, List.copyOf(sets));
    }

    private Optional<Operators.Said> said(List<Levy> some) {
        List<String> working = new ArrayList<>();
        some.forEach(levy -> working.addAll(levy.working()));
        return some.isEmpty()
                ? Optional.empty()
                : Optional.of(new Operators.Said(value(some), String.join("; ", working), List.copyOf(sets)));
    }

    /** {@code 4.73 EUR}; {@code example 4.73 EUR} by rates that are examples; {@code unknown}. */
    private String value(List<Levy> some) {
        if (!some.stream().allMatch(Levy::known)) {
            return "unknown";
        }
        BigDecimal sum = some.stream().map(Levy::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        return (some.stream().anyMatch(Levy::example) ? "example " : "") + amount(sum) + " " + currency;
    }

    private String amount(BigDecimal amount) {
        return amount.setScale(digits, RoundingMode.UNNECESSARY).toPlainString();
    }
}
