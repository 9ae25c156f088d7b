package org.customsgateway.mapping.enrich;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
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
    private final Frequency before;
    /** Null until somebody asks: without the data for it, what does not hang on it can still be said. */
    private String territory;
    /** Null until somebody asks: several facts come from each. */
    private Optional<ReferenceRow> regime;

    private Optional<Basis> basis;
    private Optional<Estimate> estimate;
    private Boolean trusted;

    Scene(Snapshot references, Consignment consignment, Circumstances about, Frequency before) {
        this.before = before;
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

    /** What was declared of its parties before. */
    Frequency before() {
        return before;
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
        return consignment
                .value()
                .flatMap(value -> Exchange.of(this, value, currency))
                .map(Exchange::amount);
    }

    /** The row of {@code de-minimis.csv} that says what becomes of this tax; empty where none does, or the value is not known in its currency. */
    Optional<ReferenceRow> threshold(String tax) {
        return Thresholds.of(this, tax).holding();
    }

    /** The row of {@code regimes.csv} that it qualifies for. */
    Optional<ReferenceRow> regime() {
        if (regime == null) {
            regime = Regimes.of(this);
        }
        return regime;
    }

    /** Whether customs or the gateway knows one of those who stand behind it. */
    boolean trusted() {
        if (trusted == null) {
            trusted = Stream.of(Parties.Role.values())
                    .anyMatch(role -> Parties.trusted(role, this).isPresent());
        }
        return trusted;
    }

    /** What it is worth in the currency of the destination; empty where nobody has said which taxes there are. */
    Optional<Basis> basis() {
        if (basis == null) {
            basis = territory().isEmpty()
                    ? Optional.empty()
                    : Assessment.taxes(this).stream().findFirst().map(tax -> Basis.of(this, tax.text("currency")));
        }
        return basis;
    }

    /** What is likely to be due; empty where nobody has said which taxes there are. */
    Optional<Estimate> estimate() {
        if (estimate == null) {
            estimate = Assessment.of(this);
        }
        return estimate;
    }
}
