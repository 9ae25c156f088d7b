package org.customsgateway.route;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One GovernmentAgencyGoodsItem (68A) of a WCO declaration, as far as it tells whether it is the same goods as another.
 *
 * @param place which of the goods items it is, from 1
 * @param articles Classification/ID (145) by its type: SK the merchant's number, HS the six digits
 * @param quantity TariffQuantity (130), else Packaging/QuantityQuantity (144); null where neither is given
 * @param unit UN/ECE Recommendation 20; empty for packages
 * @param price ItemChargeAmount (112), else CustomsValueAmount (108); null where neither is given
 * @param currency ISO 4217
 */
record GoodsLine(
        int place, Map<String, String> articles, BigDecimal quantity, String unit, BigDecimal price, String currency) {

    private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

    static {
        FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    static List<GoodsLine> of(byte[] declaration) {
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(declaration));
            Pass pass = new Pass();
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> pass.starts(xml);
                    case XMLStreamConstants.CHARACTERS -> pass.text.append(xml.getText());
                    case XMLStreamConstants.END_ELEMENT -> pass.ends(xml.getLocalName());
                    default -> {
                        continue; // nothing that is compared
                    }
                }
            }
            return pass.lines;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a declaration of our own cannot be read", e);
        }
    }

    /** What has been read so far; a value counts in the element that is its place, not in a namesake elsewhere. */
    private static final class Pass {

        private final List<GoodsLine> lines = new ArrayList<>();
        private final Deque<String> path = new ArrayDeque<>();
        private final StringBuilder text = new StringBuilder();
        private final Map<String, String> values = new HashMap<>();
        private final Map<String, String> articles = new HashMap<>();
        private String id = "";

        private void starts(XMLStreamReader xml) {
            String place = path.peek() + "/" + xml.getLocalName();
            path.push(xml.getLocalName());
            text.setLength(0);
            values.put(place + "@", xml.getAttributeCount() == 0 ? "" : xml.getAttributeValue(0));
        }

        private void ends(String name) {
            path.pop();
            String place = path.peek() + "/" + name;
            values.put(place, text.toString().strip());
            switch (place) {
                case "Classification/ID" -> id = values.get(place);
                case "Classification/IdentificationTypeCode" -> articles.put(values.get(place), id);
                case "GoodsShipment/GovernmentAgencyGoodsItem" -> line();
                default -> {
                    break; // a part of one of these, or of no goods item
                }
            }
            text.setLength(0);
        }

        private void line() {
            boolean measured = values.containsKey("GoodsMeasure/TariffQuantity");
            boolean charged = values.containsKey("InvoiceLine/ItemChargeAmount");
            String quantity = measured ? "GoodsMeasure/TariffQuantity" : "Packaging/QuantityQuantity";
            String price = charged ? "InvoiceLine/ItemChargeAmount" : "GovernmentAgencyGoodsItem/CustomsValueAmount";
            lines.add(new GoodsLine(
                    lines.size() + 1,
                    Map.copyOf(articles),
                    number(values.get(quantity)),
                    measured ? values.get(quantity + "@") : "",
                    number(values.get(price)),
                    values.getOrDefault(price + "@", "")));
            values.clear();
            articles.clear();
        }

        private static BigDecimal number(String written) {
            return written == null || written.isEmpty() ? null : new BigDecimal(written);
        }
    }
}
