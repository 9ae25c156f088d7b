package org.customsgateway.match;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The goods of a WCO declaration as one text that is the same for the same articles, quantities and prices, in whatever order:
 * article number (Classification SK, 145) or else the line's number (006), quantity (130) and price (112).
 */
final class Lines {

    static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

    static {
        FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private Lines() {}

    /** Empty where there are none. */
    static String of(byte[] declaration) {
        try {
            List<String> lines = read(FACTORY.createXMLStreamReader(new ByteArrayInputStream(declaration)));
            if (lines.isEmpty()) {
                return "";
            }
            lines.sort(null);
            byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (XMLStreamException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("a declaration of our own cannot be read", e);
        }
    }

    private static List<String> read(XMLStreamReader xml) throws XMLStreamException {
        List<String> lines = new ArrayList<>();
        Map<String, String> line = null;
        String text = "";
        String id = "";
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    text = "";
                    line = xml.getLocalName().equals("GovernmentAgencyGoodsItem") ? new HashMap<>() : line;
                }
                case XMLStreamConstants.CHARACTERS -> text = text + xml.getText();
                case XMLStreamConstants.END_ELEMENT -> {
                    if (line != null) {
                        id = ended(xml.getLocalName(), text, id, line, lines);
                    }
                    line = xml.getLocalName().equals("GovernmentAgencyGoodsItem") ? null : line;
                    text = "";
                }
                default -> {
                    continue; // nothing that is compared
                }
            }
        }
        return lines;
    }

    /** Returns the last ID: the type that follows it says what it is. */
    private static String ended(String name, String text, String id, Map<String, String> line, List<String> lines) {
        switch (name) {
            case "ID" -> {
                return text;
            }
            case "IdentificationTypeCode" -> {
                if (text.equals("SK")) {
                    line.put("article", id);
                }
            }
            case "SequenceNumeric" -> line.putIfAbsent("number", text);
            case "TariffQuantity" -> line.put("quantity", plain(text));
            case "ItemChargeAmount" -> line.put("price", plain(text));
            case "GovernmentAgencyGoodsItem" ->
                lines.add(line.getOrDefault("article", line.getOrDefault("number", "")) + " "
                        + line.getOrDefault("quantity", "") + " " + line.getOrDefault("price", ""));
            default -> {
                return id;
            }
        }
        return id;
    }

    private static String plain(String number) {
        return new BigDecimal(number).stripTrailingZeros().toPlainString();
    }
}
