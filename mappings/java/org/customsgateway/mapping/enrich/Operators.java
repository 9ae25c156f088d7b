package org.customsgateway.mapping.enrich;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.customsgateway.mapping.reference.ReferenceRow;
import org.customsgateway.mapping.reference.TariffCode;

/** What each operator says of a consignment: a value and its working; empty where it can say nothing. */
final class Operators {

    /** @param sets that the value comes from */
    record Said(String value, String why, List<String> sets) {}

    /** UPU code list 136. */
    private static final String DOCUMENTS = "91";

    private static final List<String> REGIME_SETS = List.of("regimes", "tax-schemes", "restricted-goods");

    private Operators() {}

    static Optional<Said> say(Operator operator, Scene scene) {
        return switch (operator) {
            case TARIFF -> tariff(scene);
            case PLAUSIBLE -> Goods.plausible(scene);
            case VALUE -> scene.consignment().value().map(value -> new Said(value.toString(), "", List.of()));
            case AMOUNTS -> amounts(scene);
            case RELIEF -> relief(scene);
            case REGIME -> regime(scene);
            case COLLECTOR ->
                scene.regime().map(row -> new Said(row.text("collector"), row.text("regime"), REGIME_SETS));
            case CATEGORY -> category(scene);
            case DUTY -> scene.estimate().flatMap(Estimate::duty);
            case TAX -> scene.estimate().flatMap(Estimate::tax);
            case DUE -> scene.estimate().map(Estimate::due);
            case DECLARANT -> Parties.declarant(scene);
            case OFFICE -> Parties.office(scene);
            case IDENTIFIERS -> Goods.identifiers(scene);
            case TRUSTED_DECLARANT -> Parties.trusted(Parties.Role.DECLARANT, scene);
            case TRUSTED_SENDER -> Parties.trusted(Parties.Role.SENDER, scene);
            case TRUSTED_SELLER -> Parties.trusted(Parties.Role.SELLER, scene);
            case SENDER -> Frequencies.party(scene.before().sender(), scene);
            case CONSIGNEE -> Frequencies.party(scene.before().consignee(), scene);
            case BUNDLE -> Frequencies.bundle(scene.before().together(), scene);
        };
    }

    /** The worst of all goods items counts; those that are not plainly there are named. */
    private static Optional<Said> tariff(Scene scene) {
        Map<TariffCode, List<String>> found = scene.consignment().lines().stream()
                .filter(line -> !line.hs().isEmpty())
                .collect(Collectors.groupingBy(
                        line -> TariffCode.check(
                                scene.references(),
                                line.hs(),
                                scene.consignment().destination(),
                                scene.on()),
                        TreeMap::new,
                        Collectors.mapping(line -> "item " + line.number() + " " + line.hs(), Collectors.toList())));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        TariffCode worst = found.keySet().stream().max(TariffCode::compareTo).orElseThrow();
        String why = found.entrySet().stream()
                .map(entry -> entry.getKey() + " " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("; "));
        return Optional.of(new Said(worst.name(), why, List.of("hs")));
    }

    /** Of the goods in the currency in which the destination counts, with what each item, freight and insurance come to. */
    private static Optional<Said> amounts(Scene scene) {
        return scene.basis().filter(Basis::known).map(basis -> {
            BigDecimal sum = basis.goods().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            return new Said(
                    sum.toPlainString() + " " + basis.currency(),
                    basis.said(),
                    basis.converted() ? List.of("tax-bases", "rates") : List.of("tax-bases"));
        });
    }

    private static Optional<Said> relief(Scene scene) {
        return scene.threshold("duty").map(row -> {
            String value = row.text("relief");
            String why = "duty of " + scene.territory() + " above " + row.text("above")
                    + (row.text("upTo").isEmpty() ? "" : " up to " + row.text("upTo")) + " " + row.text("currency");
            if (row.text("flatPer").equals("subheading")) {
                long subheadings = subheadings(scene);
                value = value + " "
                        + row.number("flat")
                                .multiply(BigDecimal.valueOf(subheadings))
                                .toPlainString() + " "
                        + row.text("currency");
                why = why + ", " + row.text("flat") + " for each of " + subheadings + " subheadings";
            }
            return new Said(value, why, List.of("de-minimis", "unions"));
        });
    }

    private static long subheadings(Scene scene) {
        return scene.consignment().lines().stream()
                .map(Assessment::subheading)
                .distinct()
                .count();
    }

    private static Optional<Said> regime(Scene scene) {
        return scene.regime()
                .map(row -> new Said(
                        row.text("regime"),
                        row.text("tax") + " of " + scene.territory() + " collected by " + row.text("collector")
                                + (row.text("procedure").isEmpty() ? "" : ", " + row.text("procedure")),
                        REGIME_SETS));
    }

    /**
     * 1 correspondence and documents, 2 low value on which nothing is due, 3 low value on which something is, 4 high value. Low is what
     * is no more than the limit of the destination's duty.
     */
    private static Optional<Said> category(Scene scene) {
        if (scene.consignment().nature().equals(DOCUMENTS)) {
            return Optional.of(new Said("1", "documents", List.of()));
        }
        return scene.threshold("duty").filter(Operators::limits).map(duty -> {
            boolean low = duty.number("upTo") != null;
            Optional<ReferenceRow> tax = List.of("vat", "gst", "tax").stream()
                    .flatMap(kind -> scene.threshold(kind).stream())
                    .findFirst();
            boolean nothing = free(duty) && tax.filter(Operators::free).isPresent();
            String why = "duty " + duty.text("relief")
                    + tax.map(row -> ", " + row.text("tax") + " " + row.text("relief"))
                            .orElse("");
            return new Said(low ? nothing ? "2" : "3" : "4", why, List.of("de-minimis", "unions"));
        });
    }

    /** Where nothing is free, nothing says what is low. */
    private static boolean limits(ReferenceRow row) {
        return row.number("upTo") != null || row.number("above").signum() > 0;
    }

    private static boolean free(ReferenceRow row) {
        return row.text("relief").equals("free");
    }
}
