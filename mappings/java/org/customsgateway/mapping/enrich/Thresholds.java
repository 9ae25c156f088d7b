package org.customsgateway.mapping.enrich;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.customsgateway.mapping.reference.ReferenceRow;

/**
 * The rows of {@code de-minimis.csv} for one tax on one consignment.
 *
 * @param rows that fit how it travels, whence, and as what, whatever it is worth
 */
record Thresholds(Scene scene, List<ReferenceRow> rows) {

    static Thresholds of(Scene scene, String tax) {
        if (scene.territory().isEmpty()) {
            return new Thresholds(scene, List.of());
        }
        return new Thresholds(
                scene,
                scene.references().set("de-minimis").under(scene.on(), scene.territory(), tax).stream()
                        .filter(row -> fits(scene, row))
                        .toList());
    }

    /** The most exact one whose band the value is in. */
    Optional<ReferenceRow> holding() {
        int best = rows.stream().mapToInt(Thresholds::exactness).max().orElse(0);
        for (int exactness = best; exactness >= 0; exactness--) {
            int wanted = exactness;
            Optional<ReferenceRow> row = rows.stream()
                    .filter(one -> exactness(one) == wanted && !ofTax(one) && holds(one))
                    .findFirst();
            if (row.isPresent()) {
                return row;
            }
        }
        return Optional.empty();
    }

    /** Whether none holds because the value is not known in the currency of one. */
    boolean doubtful() {
        return holding().isEmpty()
                && rows.stream()
                        .anyMatch(row -> !ofTax(row)
                                && scene.valueIn(row.text("currency")).isEmpty());
    }

    /** The one whose limit is not held against the value, but against the tax itself. */
    Optional<ReferenceRow> ofTax() {
        return rows.stream().filter(Thresholds::ofTax).findFirst();
    }

    private static boolean ofTax(ReferenceRow row) {
        return row.text("per").equals("tax");
    }

    private static boolean fits(Scene scene, ReferenceRow row) {
        return (row.text("channel").equals("*") || row.text("channel").equals(scene.channel()))
                && (row.text("nature").equals("*") || scene.isGift())
                && scene.comesFrom(row.text("origin"));
    }

    private static int exactness(ReferenceRow row) {
        return (row.text("nature").equals("*") ? 0 : 4)
                + (row.text("origin").equals("*") ? 0 : 2)
                + (row.text("channel").equals("*") ? 0 : 1);
    }

    private boolean holds(ReferenceRow row) {
        boolean any = row.number("above").signum() == 0 && row.number("upTo") == null;
        return any
                || scene.valueIn(row.text("currency"))
                        .filter(value -> within(row, value))
                        .isPresent();
    }

    private static boolean within(ReferenceRow row, BigDecimal value) {
        BigDecimal above = row.number("above");
        BigDecimal most = row.number("upTo");
        return (above.signum() == 0 || value.compareTo(above) > 0) && (most == null || value.compareTo(most) <= 0);
    }
}
