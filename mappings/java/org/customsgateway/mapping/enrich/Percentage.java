package org.customsgateway.mapping.enrich;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.customsgateway.mapping.enrich.Consignment.Line;
import org.customsgateway.mapping.reference.ReferenceRow;

/** A tax that is a percentage of what goods are worth, counted out goods item by goods item. */
final class Percentage {

    /** Decimals of one percent. */
    private static final int HUNDREDTH = 2;

    private final Scene scene;
    private final Basis basis;
    private final Map<String, Levy> before;
    private final ReferenceRow row;
    private final Optional<ReferenceRow> relief;
    private final String tax;
    private final List<String> on;

    /**
     * @param basis that is known
     * @param before taxes that this one may be counted on
     * @param row of {@code tax-bases.csv}
     * @param relief of {@code de-minimis.csv}
     */
    Percentage(Scene scene, Basis basis, Map<String, Levy> before, ReferenceRow row, Optional<ReferenceRow> relief) {
        this.scene = scene;
        this.basis = basis;
        this.before = before;
        this.row = row;
        this.relief = relief;
        this.tax = row.text("tax");
        this.on = List.of(row.text("base").split(" "));
    }

    Levy levy() {
        Optional<String> lacking =
                on.stream().flatMap(part -> lacking(part).stream()).findFirst();
        if (lacking.isPresent()) {
            return Levy.unknown(tax, lacking.get());
        }
        List<Line> lines = scene.consignment().lines();
        List<BigDecimal> parts = new ArrayList<>();
        List<String> working = new ArrayList<>(List.of(rule()));
        RoundingMode mode = RoundingMode.valueOf(
                row.text("rounding").toUpperCase(Locale.ROOT).replace('-', '_'));
        boolean example = false;
        for (int i = 0; i < lines.size(); i++) {
            TaxRate rate = rate(lines.get(i));
            if (rate.percent() == null) {
                return Levy.unknown(tax, "item " + lines.get(i).number() + ", " + rate.source());
            }
            List<BigDecimal> summands = summands(i);
            BigDecimal base = summands.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal part =
                    base.multiply(rate.percent()).movePointLeft(HUNDREDTH).setScale(basis.digits(), mode);
            parts.add(part);
            example |= rate.example();
            working.add("item " + lines.get(i).number() + " " + sum(summands, base) + " x "
                    + rate.percent().stripTrailingZeros().toPlainString() + " % (" + rate.source() + ") = "
                    + part.toPlainString());
        }
        on.stream().map(basis::charge).filter(Objects::nonNull).forEach(charge -> working.add(charge.working()));
        return deducted(new Levy(tax, parts, example, working));
    }

    /** Why this part of the base is not known. */
    private Optional<String> lacking(String part) {
        if (before.containsKey(part) && !before.get(part).known()) {
            return Optional.of("it is counted on the " + part + ", which is not known");
        }
        return Optional.ofNullable(basis.charge(part))
                .filter(charge -> charge.shares().isEmpty())
                .map(Basis.Charge::working);
    }

    private String rule() {
        return tax + " on " + String.join(" + ", on) + ", each item " + row.text("rounding") + " to "
                + BigDecimal.ONE.movePointLeft(basis.digits()).toPlainString() + " " + basis.currency() + " ("
                + row.place() + ")";
    }

    /** What the relief says, else the tariff; a share of it where only that is due. */
    private TaxRate rate(Line line) {
        Optional<ReferenceRow> said = relief.filter(one -> one.number("rate") != null);
        Optional<ReferenceRow> own = said.filter(one -> one.text("relief").equals("rate"));
        if (own.isPresent()) {
            return new TaxRate(own.get().number("rate"), own.get().place(), false);
        }
        TaxRate rate = TaxRate.of(scene, tax, line.hs());
        return said.filter(one -> one.text("relief").equals("share") && rate.percent() != null)
                .map(share -> new TaxRate(
                        rate.percent().multiply(share.number("rate")).movePointLeft(HUNDREDTH),
                        share.text("rate") + " % of " + rate.source() + ", " + share.place(),
                        rate.example()))
                .orElse(rate);
    }

    /** What a goods item is counted on. */
    private List<BigDecimal> summands(int item) {
        List<BigDecimal> summands = new ArrayList<>(List.of(basis.goods().get(item)));
        for (String part : on) {
            Basis.Charge charge = basis.charge(part);
            if (charge != null) {
                summands.add(charge.shares().get(item));
            } else if (before.containsKey(part)) {
                summands.add(before.get(part).part(item));
            }
        }
        return summands;
    }

    private static String sum(List<BigDecimal> summands, BigDecimal sum) {
        List<String> some = summands.stream()
                .filter(one -> one.signum() > 0)
                .map(BigDecimal::toPlainString)
                .toList();
        return (some.size() > 1 ? String.join(" + ", some) + " = " : "") + sum.toPlainString();
    }

    private Levy deducted(Levy levy) {
        Optional<ReferenceRow> less =
                relief.filter(one -> one.text("flatPer").equals("deduction") && one.number("flat") != null);
        if (less.isEmpty()) {
            return levy;
        }
        if (!less.get().text("currency").equals(basis.currency())) {
            return Levy.unknown(tax, "what is taken off is in " + less.get().text("currency"));
        }
        BigDecimal left = levy.total()
                .subtract(less.get().number("flat"))
                .max(BigDecimal.ZERO)
                .setScale(basis.digits(), RoundingMode.HALF_UP);
        List<String> working = new ArrayList<>(levy.working());
        working.add("less " + less.get().text("flat") + " (" + less.get().place() + ") = " + left.toPlainString());
        return new Levy(tax, Shares.of(left, levy.parts(), basis.digits()), levy.example(), working);
    }
}
