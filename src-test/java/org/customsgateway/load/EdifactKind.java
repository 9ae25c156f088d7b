package org.customsgateway.load;

/** What an {@link EdifactFile} is made of. */
public enum EdifactKind {
    CUSCAR_D95B("un-cuscar-d95b", "CUSCAR:D:95B:UN"),
    CUSCAR_D01B("un-cuscar-d01b", "CUSCAR:D:01B:UN"),
    CUSEXP_D01B("un-cusexp-d01b", "CUSEXP:D:01B:UN");

    private static final String[] GOODS = {
        "Cotton T-shirt, printed", "Phone case of silicone", "Book, paperback", "LED lamp with USB plug",
        "Ceramic mug 300 ml", "Wooden toy train", "Sewing pattern on paper", "Bicycle bell of steel"
    };
    private static final String[] HS = {"610910", "392690", "490199", "940521", "691110", "950300", "490590", "830610"};
    private static final String[] NAMES = {"Anna Muster", "Beat Beispiel", "Chloé Exemple", "Dario Esempio", "Eva Probe"
    };
    private static final String[] CITIES = {"Amsterdam", "Rotterdam", "Utrecht", "Eindhoven", "Groningen"};

    private final String format;
    private final String type;

    EdifactKind(String format, String type) {
        this.format = format;
        this.type = type;
    }

    /** The gateway's name of it. */
    public String format() {
        return format;
    }

    /** As UNH has it (S009). */
    String type() {
        return type;
    }

    /** BGM to the master waybill. */
    void head(EdifactText text, String number, int serial, int houses) {
        boolean express = this == CUSEXP_D01B;
        text.segment("BGM+" + (express ? "931+" : "785+") + number + "+9");
        text.segment("DTM+137:202611200900:203");
        if (this == CUSCAR_D01B) {
            text.segment("LOC+60+NLAMS:139:6:Amsterdam");
        }
        text.segment("NAD+MS+CARRIER01:172:ZZZ" + (express ? "" : "+Example Express"));
        text.segment("TDT+20+FX0123+4++FX:172:3:Example Air+++:::FX0123:US");
        String master = "RFF+MWB:023-%08d".formatted(serial % 100_000_000);
        if (express) {
            text.segment("LOC+60+NLAMS:139:6");
            text.segment(master);
            return;
        }
        text.segment("LOC+9+USMEM:139:6:Memphis");
        text.segment("DTM+132:202611201130:203");
        text.segment("CNT+10:" + houses);
        text.segment("CNI+1");
        text.segment(master);
        text.segment("GID+1+" + houses + ":CT");
    }

    /** @param place of the house in its message, 1 for the first */
    void house(EdifactText text, int place, int serial) {
        int goods = 1 + serial % 3;
        int value = 20 + serial % 130;
        if (this == CUSEXP_D01B) {
            express(text, place, serial, goods, value);
            return;
        }
        text.segment("RFF+HWB:" + EdifactFile.house(serial));
        text.segment("MOA+43:" + value * goods + ".50:USD");
        text.segment("MOA+64:" + (5 + serial % 20) + ":USD");
        text.segment("LOC+9+USMEM:139:6:Memphis");
        text.segment("LOC+28+NL");
        text.segment("LOC+35+US");
        parties(text, serial);
        for (int i = 1; i <= goods; i++) {
            int which = (serial + i) % GOODS.length;
            text.segment("GID+" + i + "+1:CT");
            text.segment("FTX+AAA+++" + GOODS[which]);
            text.segment("MEA+AAE+G+KGM:" + weight(serial));
            text.segment("MOA+40:" + value + ".50:USD");
            text.segment("PCI+28+PARCEL:NO " + i);
            text.segment("CST+" + i + "+" + HS[which]);
        }
    }

    private void express(EdifactText text, int place, int serial, int goods, int value) {
        text.segment("CNI+" + place + "+" + EdifactFile.house(serial));
        text.segment("CNT+8:" + goods);
        text.segment("MEA+WT+G+KGM:" + weight(serial));
        text.segment("LOC+9+USMEM:139:6:Memphis");
        parties(text, serial);
        text.segment("GDS+" + (3 + serial % 2));
        text.segment("FTX+AAA+++" + GOODS[serial % GOODS.length]);
        text.segment("PAC+" + goods + "++CT");
        text.segment("PCI+28+PARCEL");
        text.segment("TOD+3++DAP");
        text.segment("MOA+43:" + value * goods + ".50:USD");
        text.segment("MOA+64:" + (5 + serial % 20) + ":USD");
        text.segment("DOC+380+INV-" + serial);
        for (int i = 1; i <= goods; i++) {
            int which = (serial + i) % GOODS.length;
            text.segment("CST+" + i + "+" + HS[which]);
            text.segment("FTX+AAA+++" + GOODS[which]);
            text.segment("LOC+27+US");
            text.segment("MEA+WT+G+KGM:" + weight(serial));
            text.segment("TAX+7+CUD");
            text.segment("MOA+55:" + value % 20 + ".46:USD");
        }
    }

    private void parties(EdifactText text, int serial) {
        String state = this == CUSCAR_D95B ? "TN" : ":::Tennessee";
        String street = 100 + serial % 900 + " Main Street";
        text.segment("NAD+CZ+++Web Shop Example " + serial % 97 + " Inc+" + street + "+Memphis+" + state + "+38101+US");
        text.segment("NAD+CN+++" + NAMES[serial % NAMES.length] + "+Voorbeeldstraat " + (1 + serial % 200)
                + ":2nd floor+" + CITIES[serial % CITIES.length] + "++" + (1000 + serial % 8999) + "AB+NL");
    }

    private static String weight(int serial) {
        return 1 + serial % 4 + "." + (10 + serial % 90);
    }
}
