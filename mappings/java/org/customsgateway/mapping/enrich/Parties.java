package org.customsgateway.mapping.enrich;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.customsgateway.mapping.reference.ReferenceRow;
import org.customsgateway.mapping.reference.ReferenceSet;

/** Who stands behind a consignment: whom customs knows, and who declares where the message does not say. */
final class Parties {

    /** Role of an additional fiscal reference: the seller, registered for the import one-stop shop. */
    private static final String VENDOR = "FR5";

    private static final Position DECLARANT = new Position("Declarant/ID");
    private static final List<Position> OFFICES =
            List.of(new Position("PresentationOffice/ID"), new Position("DeclarationOfficeID"));
    private static final Position TAX_PARTY = new Position("GoodsShipment/DomesticDutyTaxParty[" + VENDOR + "]/ID");

    /** A party whose trust counts, by the positions of its numbers. */
    enum Role {
        DECLARANT(Parties.DECLARANT, reference("DECLARANT-REF")),
        SENDER(
                new Position("GoodsShipment/Consignor/ID"),
                new Position("Exporter/ID"),
                reference("CONSIGNOR-REF"),
                reference("PARTY-CZ-REF")),
        SELLER(new Position("GoodsShipment/Seller/ID"), TAX_PARTY, reference("SELLER-REF"));

        private final List<Position> numbers;

        Role(Position... numbers) {
            this.numbers = List.of(numbers);
        }

        private static Position reference(String code) {
            return new Position("AdditionalInformation[" + code + "]/StatementDescription");
        }
    }

    private Parties() {}

    /**
     * The row of {@code trusted-parties.csv} that has one of its numbers, for the destination before that for any. The text names the row
     * and not the number: who is shown statements need not be shown who the parties are.
     */
    static Optional<Operators.Said> trusted(Role role, Scene scene) {
        ReferenceSet known = scene.references().set("trusted-parties");
        if (!known.asks() && known.size() == 0) {
            return Optional.empty();
        }
        return role.numbers.stream()
                .flatMap(position -> position.places(scene.consignment()).stream())
                .map(place -> number(place.value()))
                .filter(number -> !number.isEmpty())
                .distinct()
                .flatMap(number ->
                        destinations(scene).flatMap(country -> known.find(scene.on(), number, country).stream()))
                .filter(row -> !known.example(row))
                .findFirst()
                .map(row -> new Operators.Said(
                        row.text("kind"),
                        role.name().toLowerCase(Locale.ROOT) + ", says " + row.text("authority") + " (" + row.place()
                                + ")",
                        List.of("trusted-parties")));
    }

    /** Behind what says which number it is. */
    private static String number(String written) {
        return written.substring(written.lastIndexOf(' ') + 1);
    }

    private static Stream<String> destinations(Scene scene) {
        return Stream.of(scene.consignment().destination(), scene.territory(), "*")
                .filter(country -> !country.isEmpty())
                .distinct();
    }

    static Optional<Operators.Said> declarant(Scene scene) {
        return missing(scene, List.of(DECLARANT)) ? declares(scene, "declarant") : Optional.empty();
    }

    static Optional<Operators.Said> office(Scene scene) {
        return missing(scene, OFFICES) ? declares(scene, "office") : Optional.empty();
    }

    private static boolean missing(Scene scene, List<Position> positions) {
        return positions.stream()
                .flatMap(position -> position.places(scene.consignment()).stream())
                .allMatch(Place::blank);
    }

    /** By the row of {@code declarants.csv} that fits best, of those that say it: the destination's before its union's. */
    private static Optional<Operators.Said> declares(Scene scene, String what) {
        ReferenceSet rows = scene.references().set("declarants");
        return destinations(scene)
                .flatMap(country -> rows.under(scene.on(), country).stream())
                .filter(row -> anyOr(row.text("channel"), scene.channel())
                        && anyOr(row.text("partner"), scene.about().partner())
                        && !row.text(what).isEmpty()
                        && !rows.example(row))
                .max((one, other) -> Integer.compare(exactness(scene, one), exactness(scene, other)))
                .map(row -> new Operators.Said(
                        row.text(what), row.text("source") + " (" + row.place() + ")", List.of("declarants")));
    }

    private static boolean anyOr(String said, String wanted) {
        return said.equals("*") || said.equals(wanted);
    }

    private static int exactness(Scene scene, ReferenceRow row) {
        return (row.text("country").equals(scene.consignment().destination()) ? 4 : 0)
                + (row.text("partner").equals("*") ? 0 : 2)
                + (row.text("channel").equals("*") ? 0 : 1);
    }
}
