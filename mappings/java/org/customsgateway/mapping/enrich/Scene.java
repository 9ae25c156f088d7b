package org.customsgateway.mapping.enrich;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.customsgateway.mapping.enrich.Consignment.Money;
import org.customsgateway.mapping.reference.About;
import org.customsgateway.mapping.reference.ReferenceRow;
import org.customsgateway.mapping.reference.ReferenceSet;
import org.customsgateway.mapping.reference.Snapshot;

/** One consignment on its day, with the reference data of that day. */
final class Scene {

    private static final String UNION = "EU";

    /** UPU code list 136. */
    private static final String GIFT = "31";

    private final Snapshot references;
    private final Consignment consignment;
    private final Circumstances about;
    /** Null until somebody asks: without the data for it, what does not hang on it can still be said. */
    private String territory;

    Scene(Snapshot references, Consignment consignment, Circumstances about) {
        this.references = references;
        this.consignment = consignment;
        this.about = about;
    }

    Snapshot references() {
        return references;
    }

    Consignment consignment() {
        return consignment;
    }

    Circumstances about() {
        return about;
    }

    LocalDate on() {
        return about.on();
    }

    String channel() {
        return about.channel();
    }

    /** Whose rules hold at the destination: the country's, or those of the customs union that it is in. Empty where nothing goes over a border of one. */
    String territory() {
        if (territory == null) {
            String destination = territory(consignment.destination());
            territory = destination.equals(territory(consignment.origin())) ? "" : destination;
        }
        return territory;
    }

    private String territory(String country) {
        return in(country, UNION) ? UNION : country;
    }

    private boolean in(String country, String union) {
        return references.set("unions").find(on(), country, union).isPresent();
    }

    /** Whether {@code *}, the country or union of a rule is where it comes from. */
    boolean comesFrom(String origin) {
        return origin.equals("*") || origin.equals(consignment.origin()) || in(consignment.origin(), origin);
    }

    /** Whether {@code *}, the country or union of a rule is where it goes. */
    boolean goesTo(String destination) {
        return destination.equals("*")
                || destination.equals(consignment.destination())
                || references
                        .find("unions")
                        .flatMap(unions -> unions.find(on(), consignment.destination(), destination))
                        .isPresent();
    }

    /** Whether goods of this code may need a licence at the destination, or are not let in. */
    boolean restricts(String hs) {
        ReferenceSet goods = references.set("restricted-goods");
        return Stream.of(territory(consignment.destination()), consignment.destination(), "*")
                .distinct()
                .filter(goods::covers)
                .flatMap(country -> goods.longest(on(), country, "*", hs).stream())
                .anyMatch(row -> !row.text("kind").equals("excluded"));
    }

    boolean isGift() {
        return consignment.nature().equals(GIFT);
    }

    /** The value of the goods in this currency: as declared, or by a rate of the destination that is no example. */
    Optional<BigDecimal> valueIn(String currency) {
        return consignment.value().flatMap(value -> in(value, currency));
    }

    private Optional<BigDecimal> in(Money value, String currency) {
        if (value.currency().equals(currency)) {
            return Optional.of(value.amount());
        }
        ReferenceSet rates = references.set("rates");
        boolean example = rates.files().stream().anyMatch(file -> file.about().sure() == About.Sure.EXAMPLE);
        return example
                ? Optional.empty()
                : rates.find(on(), territory(), value.currency())
                        .filter(rate -> rate.text("base").equals(currency))
                        .map(rate -> value.amount().divide(rate.number("rate"), 2, RoundingMode.HALF_UP));
    }

    /** The row of {@code de-minimis.csv} that says what becomes of this tax; empty where none does, or the value is not known in its currency. */
    Optional<ReferenceRow> threshold(String tax) {
        if (territory().isEmpty()) {
            return Optional.empty();
        }
        List<ReferenceRow> rows = references.set("de-minimis").under(on(), territory(), tax).stream()
                .filter(this::fits)
                .toList();
        int best = rows.stream().mapToInt(Scene::exactness).max().orElse(0);
        for (int exactness = best; exactness >= 0; exactness--) {
            int wanted = exactness;
            Optional<ReferenceRow> row = rows.stream()
                    .filter(one -> exactness(one) == wanted && holds(one))
                    .findFirst();
            if (row.isPresent()) {
                return row;
            }
        }
        return Optional.empty();
    }

    private boolean fits(ReferenceRow row) {
        return (row.text("channel").equals("*") || row.text("channel").equals(channel()))
                && (row.text("nature").equals("*") || isGift())
                && comesFrom(row.text("origin"));
    }

    private static int exactness(ReferenceRow row) {
        return (row.text("nature").equals("*") ? 0 : 4)
                + (row.text("origin").equals("*") ? 0 : 2)
                + (row.text("channel").equals("*") ? 0 : 1);
    }

    private boolean holds(ReferenceRow row) {
        boolean any = row.number("above").signum() == 0 && row.number("upTo") == null;
        return any
                || valueIn(row.text("currency"))
                        .filter(value -> within(row, value))
                        .isPresent();
    }

    private static boolean within(ReferenceRow row, BigDecimal value) {
        BigDecimal above = row.number("above");
        BigDecimal most = row.number("upTo");
        return (above.signum() == 0 || value.compareTo(above) > 0) && (most == null || value.compareTo(most) <= 0);
    }
}
