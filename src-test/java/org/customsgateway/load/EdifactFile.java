package org.customsgateway.load;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A made-up EDIFACT interchange of an express carrier, one line a segment, in {@code UNOC}: house consignments under one master
 * waybill a message, each with consignor, consignee, one to three goods with text, weight, value and HS code.
 *
 * @param reference of the interchange, at most 14 characters (0020)
 * @param first serial of the first house: no two serials make the same house number
 * @param housesPerMessage at most 9,999, the directories' limit
 */
public record EdifactFile(EdifactKind kind, String reference, int first, int items, int housesPerMessage)
        implements LoadFile {

    private static final int CHUNK = 32_768;

    /** Of one message with one house, as it is sent over queues. */
    public static EdifactFile single(EdifactKind kind, int serial) {
        return new EdifactFile(kind, "S" + serial, serial, 1, 1);
    }

    @Override
    public String name() {
        return reference + ".edi";
    }

    /** One after the last serial. */
    public int end() {
        return first + items;
    }

    /** The number of the house (703) with this serial, and how to get the serial back. */
    public static String house(int serial) {
        return "HX%09d".formatted(serial);
    }

    public static int serial(String house) {
        return Integer.parseInt(house, 2, house.length(), 10);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        var text = new EdifactText();
        text.segment("UNB+UNOC:3+CARRIER:ZZ+CUSTOMS:ZZ+261120:0915+" + reference);
        int messages = 0;
        for (int serial = first; serial < end(); serial += housesPerMessage) {
            messages++;
            int houses = Math.min(housesPerMessage, end() - serial);
            text.message();
            text.segment("UNH+" + messages + "+" + kind.type());
            kind.head(text, reference + "-" + messages, serial, houses);
            for (int i = 0; i < houses; i++) {
                kind.house(text, i + 1, serial + i);
                if (text.length() > CHUNK) {
                    text.writeTo(out);
                }
            }
            text.segment("UNT+" + (text.segments() + 1) + "+" + messages);
        }
        text.segment("UNZ+" + messages + "+" + reference);
        text.writeTo(out);
    }
}
