package org.customsgateway;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small FHL/5 telegrams of firms that do not exist. */
final class Fhl {

    /** A house of this number has a weight that is none. */
    static final String BAD = "BAD1";

    private Fhl() {}

    static String with(String goods, String... houses) {
        return "FHL/5\r\nMBI/057-12345675CDGYYZ/T9K77.5\r\n"
                + Stream.of(houses).map(house -> house(house, goods)).collect(Collectors.joining());
    }

    private static String house(String number, String goods) {
        return """
                HBS/%s/CDGYYZ/5/K%s//%s
                SHP
                NAM/CHEMISES DUPONT
                ADR/4 QUAI VERT
                LOC/LYON
                /FR/69002
                CNE
                NAM/SHIRTS OF HAMILTON LTD
                ADR/77 KING STREET
                LOC/HAMILTON/ON
                /CA/L8P 1A1
                CVD/EUR/PP/NVD/NCV/XXX
                """.formatted(number, number.equals(BAD) ? "X7" : "37", goods).replace("\n", "\r\n");
    }
}
