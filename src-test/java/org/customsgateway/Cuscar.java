package org.customsgateway;

import java.util.ArrayList;
import java.util.List;

/** Cargo reports CUSCAR D.95B of a carrier that does not exist: an interchange of messages, of which each has houses. */
final class Cuscar {

    private final String reference;
    private final String requested;
    private final List<String> messages = new ArrayList<>();

    /** @param requested UNB 0031: {@code 1} asks for an acknowledgement */
    Cuscar(String reference, String requested) {
        this.reference = reference;
        this.requested = requested;
    }

    Cuscar message(String... houses) {
        return counted(0, houses);
    }

    /** A message whose UNT counts one segment too many. */
    Cuscar miscounted(String... houses) {
        return counted(1, houses);
    }

    private Cuscar counted(int tooMany, String... houses) {
        int number = messages.size() + 1;
        var segments = new ArrayList<String>();
        segments.add("UNH+" + number + "+CUSCAR:D:95B:UN");
        segments.add("BGM+785+MAN-" + reference + "-" + number + "+9");
        segments.add("DTM+137:202611200900:203");
        segments.add("NAD+MS+CARRIER01:172:ZZZ+Fast Air Express");
        segments.add("TDT+20+FX0123+4++FX:172:3:Fast Air+++:::FX0123:US");
        segments.add("LOC+9+USMEM:139:6:Memphis");
        segments.add("DTM+132:202611201130:203");
        segments.add("CNI+1");
        for (String house : houses) {
            segments.addAll(house(house));
        }
        segments.add("UNT+" + (segments.size() + 1 + tooMany) + "+" + number);
        messages.add(String.join("'\n", segments) + "'\n");
        return this;
    }

    private static List<String> house(String number) {
        return List.of(
                "RFF+HWB:" + number,
                "MOA+43:120.50:USD",
                "LOC+9+USMEM:139:6:Memphis",
                "LOC+28+NL",
                "LOC+35+US",
                "NAD+CZ+S1:172:ZZZ++Sender Trading Inc+100 Main Street+Memphis+TN+38101+US",
                "NAD+CN+++J. Doe+Damrak 1+Amsterdam++1012LG+NL",
                "GID+1+1:CT",
                "FTX+AAA+++Cotton shirts, knitted, for men",
                "MEA+AAE+G+KGM:1.25",
                "MOA+40:120.50:USD",
                "PCI+28+SHIRTS:NO 1",
                "CST+1+610510");
    }

    String text() {
        return "UNB+UNOC:3+CARRIER:ZZ+CUSTOMS:ZZ+261120:0915+" + reference
                + (requested.isEmpty() ? "" : "++++" + requested) + "'\n"
                + String.join("", messages) + "UNZ+" + messages.size() + "+" + reference + "'\n";
    }
}
