package org.customsgateway.mapping.enrich;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.customsgateway.mapping.Limits;
import org.customsgateway.mapping.SafeXml;
import org.customsgateway.mapping.enrich.Consignment.Line;
import org.customsgateway.mapping.enrich.Consignment.Money;
import org.customsgateway.mapping.reference.TariffCode;

/** Reads a declaration of our own in one pass. */
final class ConsignmentReader {

    private static final String GOODS = "GovernmentAgencyGoodsItem";

    private final Deque<String> path = new ArrayDeque<>();
    private final Map<String, String> said = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<String> fiscal = new ArrayList<>();
    private Money invoiced;
    private String number = "";
    private String hs = "";
    private String classification = "";
    private Money charge;

    private ConsignmentReader() {}

    static Consignment read(byte[] declaration) {
        try {
            XMLStreamReader xml = SafeXml.reader(new ByteArrayInputStream(declaration), Limits.DEFAULT);
            return new ConsignmentReader().read(xml);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a declaration of our own cannot be read", e);
        }
    }

    private Consignment read(XMLStreamReader xml) throws XMLStreamException {
        String text = "";
        String currency = "";
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.push(xml.getLocalName());
                    text = "";
                    currency = xml.getAttributeValue(null, "currencyID");
                }
                case XMLStreamConstants.CHARACTERS -> text = text + xml.getText();
                case XMLStreamConstants.END_ELEMENT -> {
                    ended(path.pop(), text.strip(), currency);
                    text = "";
                }
                default -> {
                    continue; // nothing that rules ask for
                }
            }
        }
        return new Consignment(
                said.getOrDefault("Destination", said.getOrDefault("Consignee", "")),
                said.getOrDefault("ExportCountry", said.getOrDefault("Consignor", "")),
                said.getOrDefault("nature", ""),
                invoiced,
                List.copyOf(lines),
                List.copyOf(fiscal),
                said.getOrDefault("mode", ""));
    }

    private void ended(String element, String text, String currency) {
        switch (element) {
            case "CountryCode" -> country(text);
            case "ID" -> id(text);
            case "ModeCode" -> said.putIfAbsent("mode", text);
            case "TransactionNatureCode" -> said.putIfAbsent("nature", text);
            case "InvoiceAmount" -> invoiced = money(text, currency);
            case "ItemChargeAmount" -> charge = money(text, currency);
            case "SequenceNumeric" -> number = in(0, GOODS) ? text : number;
            case "IdentificationTypeCode" -> hs = in(0, "Classification") ? tariff(text) : hs;
            case GOODS -> line();
            default -> {
                return; // nothing that rules ask for
            }
        }
    }

    private void country(String code) {
        if (in(0, "Destination") && in(1, "GoodsShipment")) {
            said.put("Destination", code);
        } else if (in(0, "Address") && in(2, "GoodsShipment")) {
            Iterator<String> outwards = path.iterator();
            outwards.next();
            said.putIfAbsent(outwards.next(), code);
        }
    }

    private void id(String id) {
        if (in(0, "ExportCountry")) {
            said.put("ExportCountry", id);
        } else if (in(0, "Classification")) {
            classification = id;
        } else if (in(0, "DomesticDutyTaxParty") && !id.isEmpty()) {
            fiscal.add(id);
        }
    }

    /** Six digits (HS), unless the sender's own (CV) say more. */
    private String tariff(String type) {
        return type.equals("CV") || type.equals("HS") && hs.isEmpty() ? TariffCode.digits(classification) : hs;
    }

    private void line() {
        lines.add(new Line(number.isEmpty() ? String.valueOf(lines.size() + 1) : number, hs, charge));
        number = "";
        hs = "";
        charge = null;
    }

    private static Money money(String text, String currency) {
        return text.isEmpty() || currency == null ? null : new Money(new BigDecimal(text), currency);
    }

    /** Whether the element so many levels around the one that ended is this. */
    private boolean in(int level, String element) {
        Iterator<String> outwards = path.iterator();
        for (int i = 0; i < level && outwards.hasNext(); i++) {
            outwards.next();
        }
        return outwards.hasNext() && outwards.next().equals(element);
    }
}
