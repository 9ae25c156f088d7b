package org.customsgateway.mapping.enrich;

import java.util.Optional;
import java.util.stream.Stream;
import org.customsgateway.mapping.Element;

/** Who sends a consignment and who gets it, as far as a declaration tells them from others. */
public final class Party {

    private Party() {}

    /** The consignor; where there is none, who sells. Empty where it cannot be told who that is. */
    public static Optional<String> sender(Consignment consignment) {
        return Stream.of("Consignor", "Seller")
                .flatMap(role -> of(consignment, role).stream())
                .findFirst();
    }

    public static Optional<String> consignee(Consignment consignment) {
        return of(consignment, "Consignee");
    }

    /** By its number, else by name, postcode (where there is none, the first line of the address) and country. */
    private static Optional<String> of(Consignment consignment, String role) {
        for (Element shipment : consignment.declaration().children("GoodsShipment")) {
            for (Element party : shipment.children(role)) {
                String number = party.textAt("ID");
                String name = party.textAt("Name");
                String country = party.textAt("Address", "CountryCode");
                String postcode = party.textAt("Address", "PostcodeID");
                String place = postcode.isBlank() ? party.textAt("Address", "Line") : postcode;
                if (!number.isBlank()) {
                    return Optional.of("number\n" + number);
                }
                if (!name.isBlank() && !place.isBlank()) {
                    return Optional.of("name\n" + name + "\n" + place + "\n" + country);
                }
            }
        }
        return Optional.empty();
    }
}
