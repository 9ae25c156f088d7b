package org.customsgateway.mapping.enrich;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.customsgateway.mapping.enrich.Consignment.Line;
import org.customsgateway.mapping.enrich.Consignment.Money;

/**
 * What goods, freight and insurance are worth in the currency of the destination, each for each goods item, in whole minor units.
 *
 * @param goods empty where it is not known what they are worth
 * @param working of the goods, one step for each; or why nothing is known of them
 * @param freight what is to be added for bringing them there
 * @param insurance the same for insuring them
 * @param converted whether a rate was needed
 */
record Basis(
        String currency,
        int digits,
        List<BigDecimal> goods,
        List<String> working,
        Charge freight,
        Charge insurance,
        boolean converted) {

    /**
     * Of the whole consignment.
     *
     * @param shares of each goods item; empty where it cannot be stated in the currency
     */
    record Charge(List<BigDecimal> shares, String working) {}

    private static final Position FREIGHT = new Position("GoodsShipment/CustomsValuation/FreightChargeAmount");
    private static final Position INSURANCE = new Position("AdditionalInformation[INSURANCE]/StatementDescription");
    private static final Pattern STATED = Pattern.compile("([0-9]{1,18}(?:[.][0-9]{1,9})?) ([A-Z]{3})");

    static Basis of(Scene scene, String currency) {
        int digits = Exchange.digits(scene, currency);
        List<String> working = new ArrayList<>();
        List<BigDecimal> goods = new ArrayList<>();
        boolean converted = false;
        for (Line line : scene.consignment().lines()) {
            Money charge = charge(scene.consignment(), line);
            if (charge == null) {
                return unknown(currency, digits, "item " + line.number() + " has no amount");
            }
            Optional<Exchange> changed = Exchange.of(scene, charge, currency);
            if (changed.isEmpty()) {
                return unknown(currency, digits, noRate(scene, charge, currency));
            }
            goods.add(minor(changed.get().amount(), digits));
            converted |= changed.get().rate() != null;
            working.add("item " + line.number() + " " + changed.get().working());
        }
        if (goods.isEmpty()) {
            return unknown(currency, digits, "there are no goods items");
        }
        Charge freight = charge(scene, FREIGHT, "freight", goods, currency);
        Charge insurance = charge(scene, INSURANCE, "insurance", goods, currency);
        return new Basis(currency, digits, goods, working, freight, insurance, converted);
    }

    private static Charge charge(Scene scene, Position position, String name, List<BigDecimal> goods, String currency) {
        int digits = Exchange.digits(scene, currency);
        Money declared = declared(position, scene.consignment());
        if (declared == null) {
            return new Charge(Shares.of(BigDecimal.ZERO, goods, digits), name + " not declared");
        }
        return Exchange.of(scene, declared, currency)
                .map(changed -> new Charge(
                        Shares.of(minor(changed.amount(), digits), goods, digits), name + " " + changed.working()))
                .orElseGet(() -> new Charge(List.of(), name + " " + noRate(scene, declared, currency)));
    }

    /** Of a single item that of the whole, where it has none of its own. */
    private static Money charge(Consignment consignment, Line line) {
        return line.charge() == null && consignment.lines().size() == 1 ? consignment.invoiced() : line.charge();
    }

    private static Money declared(Position position, Consignment consignment) {
        Place place = position.places(consignment).get(0);
        Matcher stated = STATED.matcher(position == FREIGHT ? place.value() + " " + place.unit() : place.value());
        return stated.matches() ? new Money(new BigDecimal(stated.group(1)), stated.group(2)) : null;
    }

    private static BigDecimal minor(BigDecimal amount, int digits) {
        return amount.max(BigDecimal.ZERO).setScale(digits, RoundingMode.HALF_UP);
    }

    private static Basis unknown(String currency, int digits, String why) {
        Charge none = new Charge(List.of(), why);
        return new Basis(currency, digits, List.of(), List.of(why), none, none, false);
    }

    private static String noRate(Scene scene, Money amount, String currency) {
        return amount + " cannot be stated in " + currency + ": " + scene.territory() + " has no rate for " + scene.on()
                + " that is no example";
    }

    boolean known() {
        return !goods.isEmpty();
    }

    /** All of it, for a person. */
    String said() {
        return String.join("; ", working) + "; " + freight.working() + "; " + insurance.working();
    }

    /** What is added to the goods under this name in {@code tax-bases.csv}; null where that is no charge. */
    Charge charge(String name) {
        return switch (name) {
            case "freight" -> freight;
            case "insurance" -> insurance;
            default -> null;
        };
    }
}
