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
 * @param working how the amounts came about; or why there are none
 * @param known whether there are any
 * @param converted whether a rate was needed
 */
record Basis(
        String currency,
        int digits,
        List<BigDecimal> goods,
        List<BigDecimal> freight,
        List<BigDecimal> insurance,
        List<String> working,
        boolean known,
        boolean converted) {

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
        List<List<BigDecimal>> shared = new ArrayList<>();
        for (Position position : List.of(FREIGHT, INSURANCE)) {
            String name = position == FREIGHT ? "freight" : "insurance";
            Money declared = declared(position, scene.consignment());
            Optional<Exchange> changed = declared == null ? Optional.empty() : Exchange.of(scene, declared, currency);
            if (declared != null && changed.isEmpty()) {
                return unknown(currency, digits, noRate(scene, declared, currency));
            }
            BigDecimal amount = minor(changed.map(Exchange::amount).orElse(BigDecimal.ZERO), digits);
            shared.add(Shares.of(amount, goods, digits));
            working.add(name + " " + changed.map(Exchange::working).orElse("not declared"));
        }
        return new Basis(currency, digits, goods, shared.get(0), shared.get(1), working, true, converted);
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
        return new Basis(currency, digits, List.of(), List.of(), List.of(), List.of(why), false, false);
    }

    private static String noRate(Scene scene, Money amount, String currency) {
        return amount + " cannot be stated in " + currency + ": " + scene.territory() + " has no rate for " + scene.on()
                + " that is no example";
    }

    /** Of one part by its name in {@code tax-bases.csv}. */
    List<BigDecimal> part(String name) {
        return switch (name) {
            case "goods" -> goods;
            case "freight" -> freight;
            case "insurance" -> insurance;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
