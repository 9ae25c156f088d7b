package org.customsgateway.mapping.enrich;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.customsgateway.mapping.enrich.Consignment.Money;
import org.customsgateway.mapping.enrich.Frequency.Known;
import org.customsgateway.mapping.enrich.Operators.Said;
import org.customsgateway.mapping.reference.ReferenceRow;

/** How often the parties of a consignment were seen, with the consignment itself. */
final class Frequencies {

    private static final String NEW = "NEW";

    private Frequencies() {}

    static Optional<Said> party(Known before, Scene scene) {
        if (before == null) {
            return Optional.empty();
        }
        String why = before.items() + 1 + " in " + scene.on().getYear() + sums(before, scene);
        return Optional.of(
                new Said(before.first() == null ? NEW : before.first().toString(), why, List.of()));
    }

    /** Several consignments of one day; above the threshold of the duty together where each of them may be below it. */
    static Optional<Said> bundle(Known before, Scene scene) {
        if (before == null || before.items() == 0) {
            return Optional.empty();
        }
        String value = String.valueOf(before.items() + 1);
        String why = "items of this sender to this consignee on " + scene.on() + sums(before, scene);
        Optional<ReferenceRow> passed = scene.threshold("duty").filter(row -> passes(row, before, scene));
        return Optional.of(passed.map(row -> new Said(
                        value + " above " + row.text("upTo") + " " + row.text("currency"),
                        why,
                        List.of("de-minimis", "unions")))
                .orElse(new Said(value, why, List.of())));
    }

    private static boolean passes(ReferenceRow row, Known before, Scene scene) {
        BigDecimal most = row.number("upTo");
        BigDecimal sum = added(before, scene).get(row.text("currency"));
        return most != null && sum != null && sum.compareTo(most) > 0;
    }

    private static String sums(Known before, Scene scene) {
        Map<String, BigDecimal> sums = added(before, scene);
        return sums.isEmpty()
                ? ""
                : sums.entrySet().stream()
                        .map(sum -> new Money(sum.getValue(), sum.getKey()).toString())
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    private static Map<String, BigDecimal> added(Known before, Scene scene) {
        Map<String, BigDecimal> sums = new TreeMap<>(before.sums());
        scene.consignment().value().ifPresent(value -> sums.merge(value.currency(), value.amount(), BigDecimal::add));
        return sums;
    }
}
