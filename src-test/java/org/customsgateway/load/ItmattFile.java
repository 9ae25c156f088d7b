package org.customsgateway.load;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A made-up ITMATT interchange: the same values make the same bytes, wherever and whenever they are written. Items are like
 * those of a CN 23 with an order behind it, 2 to 4 content pieces and about 2.2 KB each, and no two have the same key.
 *
 * @param reference of the sender, at most 35 characters; the file's name comes from it
 * @param first serial of the first item's S10 identifier
 */
public record ItmattFile(String reference, int first, int items) implements LoadFile {

    private static final String[] GOODS = {
        "Cotton T-shirt, printed", "Phone case of silicone", "Book, paperback", "LED lamp with USB plug",
        "Ceramic mug 300 ml", "Wooden toy train", "Sewing pattern on paper", "Bicycle bell of steel"
    };
    private static final String[] HS = {"610910", "392690", "490199", "940521", "691110", "950300", "490590", "830610"};
    private static final String[] CITIES = {
        "Zürich", "Genève", "Basel", "Lausanne", "Winterthur", "Luzern", "St. Gallen"
    };
    private static final String[] STREETS = {"Bahnhofstrasse", "Rue du Rhône", "Freie Strasse", "Seeweg", "Hauptgasse"};
    private static final String[] NAMES = {"Anna Muster", "Beat Beispiel", "Chloé Exemple", "Dario Esempio", "Eva Probe"
    };

    @Override
    public String name() {
        return reference + ".xml";
    }

    /** One after the last serial. */
    public int end() {
        return first + items;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        var text = new StringBuilder(4096);
        head(text);
        for (int serial = first; serial < end(); serial++) {
            item(text, serial);
            if (text.length() > 32_768) {
                write(text, out);
            }
        }
        text.append("</Itmatt>\n");
        write(text, out);
    }

    private static void write(StringBuilder text, OutputStream out) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }

    private void head(StringBuilder text) {
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Itmatt xmlns=\"urn:customsgateway:upu:postal:1\">\n");
        line(text, 2, "MessageReference", reference);
        line(text, 2, "PreparedAt", "2026-11-20T18:30:00Z");
        line(text, 2, "SenderPost", "NLAMSA");
        line(text, 2, "ReceiverPost", "CHZRHA");
    }

    private static void item(StringBuilder text, int serial) {
        String id = S10.id(serial);
        int pieces = 2 + serial % 3;
        text.append("  <Item>\n");
        line(text, 4, "ItemId", id);
        line(text, 4, "PostingDate", "2026-11-20");
        line(text, 4, "OriginPost", "NLAMSA");
        line(text, 4, "DestinationPost", "CHZRHA");
        line(text, 4, "MailClass", "U");
        line(text, 4, "MailCategory", "A");
        line(text, 4, "HandlingClass", "R");
        line(text, 4, "NatureOfTransaction", "11");
        line(text, 4, "GrossWeight", "0." + (300 + serial % 600));
        text.append("    <Postage currency=\"EUR\">").append(4 + serial % 9).append(".90</Postage>\n");
        sender(text, serial);
        recipient(text, serial);
        text.append("    <Order>\n");
        line(text, 6, "Number", "O-2026-" + id);
        line(text, 6, "Date", "2026-11-18");
        text.append("    </Order>\n");
        for (int piece = 1; piece <= pieces; piece++) {
            piece(text, serial, piece);
        }
        text.append("  </Item>\n");
    }

    private static void sender(StringBuilder text, int serial) {
        text.append("    <Sender>\n");
        line(text, 6, "Company", "Webwinkel Voorbeeld " + serial % 97 + " B.V.");
        text.append("      <Address>\n");
        line(text, 8, "Line", "Keizersgracht " + (1 + serial % 800));
        line(text, 8, "City", "Amsterdam");
        line(text, 8, "Postcode", "1016 EE");
        line(text, 8, "Country", "NL");
        text.append("      </Address>\n");
        line(text, 6, "Telephone", "+3120555" + (1000 + serial % 9000));
        text.append("    </Sender>\n");
    }

    private static void recipient(StringBuilder text, int serial) {
        text.append("    <Recipient>\n");
        line(text, 6, "Name", NAMES[serial % NAMES.length] + " " + serial % 1000);
        text.append("      <Address>\n");
        line(text, 8, "Line", STREETS[serial % STREETS.length] + " " + (1 + serial % 200));
        line(text, 8, "City", CITIES[serial % CITIES.length]);
        line(text, 8, "Postcode", Integer.toString(1000 + serial % 8999));
        line(text, 8, "Country", "CH");
        text.append("      </Address>\n");
        line(text, 6, "Email", "person" + serial + "@example.org");
        text.append("    </Recipient>\n");
    }

    private static void piece(StringBuilder text, int serial, int piece) {
        int kind = (serial + piece) % GOODS.length;
        text.append("    <ContentPiece>\n");
        line(text, 6, "Sequence", Integer.toString(piece));
        line(text, 6, "Description", GOODS[kind]);
        line(text, 6, "HS", HS[kind]);
        line(text, 6, "Sku", "SKU-" + kind + "-" + serial % 10_000);
        line(text, 6, "ProductUrl", "https://shop.example.org/goods/" + kind + "/" + serial % 10_000);
        text.append("      <Quantity unit=\"C62\">").append(1 + serial % 3).append("</Quantity>\n");
        line(text, 6, "NetWeight", "0.0" + (10 + (serial + piece) % 60));
        text.append("      <Value currency=\"EUR\">")
                .append(5 + (serial + piece) % 40)
                .append(".50</Value>\n");
        line(text, 6, "OriginCountry", "NL");
        text.append("    </ContentPiece>\n");
    }

    private static void line(StringBuilder text, int indent, String element, String value) {
        text.append("          ", 0, indent)
                .append('<')
                .append(element)
                .append('>')
                .append(value)
                .append("</")
                .append(element)
                .append(">\n");
    }
}
