package org.customsgateway.mapping.enrich;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.customsgateway.mapping.enrich.Consignment.Line;
import org.customsgateway.mapping.reference.ReferenceRow;

/**
 * Counts out what is due on a consignment: duty first, as the others are counted on it. By {@code tax-bases.csv} (what there is, and on
 * what), {@code de-minimis.csv} (what becomes of it), {@code regimes.csv} (what the seller has collected) and {@code tax-rates.csv}.
 */
final class Assessment {

    /** UPU code list 136: goods that come back; what was paid on them is revenue's to know. */
    private static final String RETURNED = "21";

    private static final int SUBHEADING = 6;
    private static final List<String> FIRST = List.of("surcharge", "duty");

    private final Scene scene;
    private final List<Line> lines;
    private final Map<String, Levy> levies = new LinkedHashMap<>();
    private final Set<String> sets = new TreeSet<>(List.of("tax-bases", "de-minimis"));

    private Assessment(Scene scene) {
        this.scene = scene;
        this.lines = scene.consignment().lines();
    }

    static Optional<Estimate> of(Scene scene) {
        if (scene.territory().isEmpty() || scene.consignment().nature().equals(RETURNED)) {
            return Optional.empty();
        }
        Collection<ReferenceRow> taxes = taxes(scene);
        return taxes.isEmpty() ? Optional.empty() : Optional.of(new Assessment(scene).estimate(taxes));
    }

    /** Of each tax one row: that of the channel before that of any. */
    static Collection<ReferenceRow> taxes(Scene scene) {
        Map<String, ReferenceRow> taxes = new TreeMap<>(
                Comparator.<String>comparingInt(tax -> -FIRST.indexOf(tax)).thenComparing(Comparator.naturalOrder()));
        for (ReferenceRow row : scene.references().set("tax-bases").under(scene.on(), scene.territory())) {
            if (row.text("channel").equals(scene.channel())) {
                taxes.put(row.text("tax"), row);
            } else if (row.text("channel").equals("*")) {
                taxes.putIfAbsent(row.text("tax"), row);
            }
        }
        return taxes.values();
    }

    private Estimate estimate(Collection<ReferenceRow> taxes) {
        for (ReferenceRow row : taxes) {
            Thresholds thresholds = Thresholds.of(scene, row.text("tax"));
            levies.put(row.text("tax"), waived(row, thresholds.ofTax(), levy(row, thresholds)));
        }
        String currency = taxes.iterator().next().text("currency");
        return new Estimate(currency, Exchange.digits(scene, currency), List.copyOf(levies.values()), sets);
    }

    private Levy levy(ReferenceRow row, Thresholds thresholds) {
        String tax = row.text("tax");
        Optional<ReferenceRow> collected = scene.regime().filter(regime -> collects(regime, tax));
        if (collected.isPresent()) {
            sets.add("regimes");
            return Levy.nothing(
                    tax,
                    "collected by the seller, " + collected.get().text("regime") + " ("
                            + collected.get().place() + ")");
        }
        Optional<ReferenceRow> relief = thresholds.holding();
        if (relief.isEmpty() && thresholds.doubtful()) {
            return Levy.unknown(tax, "the value is not known in the currency of its limit");
        }
        String kind = relief.map(found -> found.text("relief")).orElse("none");
        return switch (kind) {
            case "free" -> Levy.nothing(tax, "free (" + relief.get().place() + ")");
            case "vendor" ->
                Levy.nothing(tax, "for the seller to collect (" + relief.get().place() + ")");
            case "simplified" -> Levy.unknown(tax, "simplified (" + relief.get().place() + ")");
            case "flat" -> flat(row, relief.get());
            default -> counted(row, relief);
        };
    }

    private static boolean collects(ReferenceRow regime, String tax) {
        return regime.text("collector").equals("vendor")
                && !regime.text("scheme").isEmpty()
                && regime.text("tax").equals(tax);
    }

    /** An amount for each distinct subheading, which its first goods item bears; one without a code counts for itself. */
    private Levy flat(ReferenceRow row, ReferenceRow relief) {
        String tax = row.text("tax");
        if (lines.isEmpty()) {
            return Levy.unknown(tax, "there are no goods items");
        }
        if (relief.number("flat") == null || !relief.text("currency").equals(row.text("currency"))) {
            return Levy.unknown(tax, "its amount is in " + relief.text("currency") + " (" + relief.place() + ")");
        }
        BigDecimal flat =
                relief.number("flat").setScale(Exchange.digits(scene, row.text("currency")), RoundingMode.HALF_UP);
        Set<String> seen = new HashSet<>();
        List<BigDecimal> parts = new ArrayList<>();
        for (Line line : lines) {
            parts.add(seen.add(subheading(line)) ? flat : BigDecimal.ZERO);
        }
        BigDecimal total = flat.multiply(BigDecimal.valueOf(seen.size()));
        return new Levy(
                tax,
                parts,
                false,
                List.of(tax + ": " + seen.size() + " subheadings x " + flat.toPlainString() + " (" + relief.place()
                        + ") = " + total.toPlainString()));
    }

    static String subheading(Line line) {
        return line.hs().length() < SUBHEADING
                ? "item " + line.number()
                : line.hs().substring(0, SUBHEADING);
    }

    private Levy counted(ReferenceRow row, Optional<ReferenceRow> relief) {
        Basis basis = scene.basis().orElseThrow();
        if (!basis.known()) {
            return Levy.unknown(row.text("tax"), String.join("; ", basis.working()));
        }
        sets.add("tax-rates");
        if (basis.converted()) {
            sets.add("rates");
        }
        return new Percentage(scene, basis, levies, row, relief).levy();
    }

    /** A tax that is too small is not raised. */
    private static Levy waived(ReferenceRow row, Optional<ReferenceRow> limit, Levy levy) {
        return limit.filter(most -> levy.known()
                        && most.number("upTo") != null
                        && most.text("currency").equals(row.text("currency"))
                        && levy.total().compareTo(most.number("upTo")) <= 0)
                .map(most -> new Levy(
                        levy.tax(),
                        List.of(),
                        levy.example(),
                        List.of(levy.tax() + " 0: " + levy.total().toPlainString() + " is no more than "
                                + most.text("upTo") + " (" + most.place() + ")")))
                .orElse(levy);
    }
}
