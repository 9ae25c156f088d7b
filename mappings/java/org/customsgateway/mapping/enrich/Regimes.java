package org.customsgateway.mapping.enrich;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.customsgateway.mapping.reference.ReferenceRow;
import org.customsgateway.mapping.reference.TaxNumber;

/** Which row of {@code regimes.csv} a consignment qualifies for. */
final class Regimes {

    private Regimes() {}

    /**
     * First one whose number the declaration has, then one with a limit, then the standard one. None where it hangs on a value that is
     * not known.
     */
    static Optional<ReferenceRow> of(Scene scene) {
        if (scene.territory().isEmpty()) {
            return Optional.empty();
        }
        List<ReferenceRow> open = scene.references().set("regimes").under(scene.on(), scene.territory()).stream()
                .filter(regime -> travels(scene, regime) && registered(scene, regime) && !excluded(scene, regime))
                .sorted(Comparator.comparing(Regimes::rank))
                .toList();
        for (ReferenceRow regime : open) {
            BigDecimal most = regime.number("upTo");
            Optional<BigDecimal> value = scene.valueIn(regime.text("currency"));
            if (most == null
                    || value.filter(amount -> amount.compareTo(most) <= 0).isPresent()) {
                return Optional.of(regime);
            }
            if (value.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static int rank(ReferenceRow regime) {
        if (!regime.text("scheme").isEmpty()) {
            return 0;
        }
        return regime.number("upTo") != null ? 1 : 2;
    }

    private static boolean travels(Scene scene, ReferenceRow regime) {
        String channels = regime.text("channel");
        return channels.equals("*") || List.of(channels.split(" ")).contains(scene.channel());
    }

    private static boolean registered(Scene scene, ReferenceRow regime) {
        String scheme = regime.text("scheme");
        return scheme.isEmpty()
                || scene.consignment().fiscal().stream()
                        .anyMatch(number ->
                                TaxNumber.check(scene.references(), scheme, number, scene.on()) == TaxNumber.FITS);
    }

    private static boolean excluded(Scene scene, ReferenceRow regime) {
        return scene.consignment().lines().stream()
                .filter(line -> !line.hs().isEmpty())
                .anyMatch(line -> scene.references()
                        .set("restricted-goods")
                        .longest(scene.on(), scene.territory(), regime.text("regime"), line.hs())
                        .filter(row -> row.text("kind").equals("excluded"))
                        .isPresent());
    }
}
