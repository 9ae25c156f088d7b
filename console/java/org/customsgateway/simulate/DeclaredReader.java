package org.customsgateway.simulate;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the few elements of a WCO Declaration (42A) that a back-end decides by. */
final class DeclaredReader {

    private static final XMLInputFactory READERS = factory();

    private final Deque<String> path = new ArrayDeque<>();
    private final List<String> references = new ArrayList<>();
    private final List<String> countries = new ArrayList<>();
    private final List<Declared.Goods> goods = new ArrayList<>();
    private String reference = "";
    private int sequence;
    private String hs = "";
    private BigDecimal value;
    private String currency = "";

    private DeclaredReader() {}

    /** @throws XMLStreamException where the bytes are no XML, or a number in them is none */
    static Declared read(String id, String version, byte[] xml) throws XMLStreamException {
        try {
            return parse(id, version, xml);
        } catch (NumberFormatException e) {
            throw new XMLStreamException("no number", e);
        }
    }

    private static Declared parse(String id, String version, byte[] xml) throws XMLStreamException {
        var reader = READERS.createXMLStreamReader(new ByteArrayInputStream(xml));
        try {
            var read = new DeclaredReader();
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> read.start(reader);
                    case XMLStreamConstants.END_ELEMENT -> read.end(reader.getLocalName());
                    default -> {}
                }
            }
            return new Declared(id, version, read.reference, read.references, read.countries, read.goods);
        } finally {
            reader.close();
        }
    }

    private void start(XMLStreamReader reader) throws XMLStreamException {
        var name = reader.getLocalName();
        var parent = path.isEmpty() ? "" : path.peek();
        switch (parent + "/" + name) {
            case "Declaration/FunctionalReferenceID" -> {
                reference = reader.getElementText();
                references.add(reference);
            }
            case "TransportContractDocument/ID", "UCR/ID", "UCR/TraderAssignedReferenceID" ->
                references.add(reader.getElementText());
            case "Origin/CountryCode", "ExportCountry/ID" -> countries.add(reader.getElementText());
            case "GovernmentAgencyGoodsItem/SequenceNumeric" -> sequence = Integer.parseInt(reader.getElementText());
            case "Classification/ID" -> {
                // always read, or its end would be taken for the end of what it lies in
                var classification = reader.getElementText();
                hs = hs.isEmpty() ? classification : hs;
            }
            case "GovernmentAgencyGoodsItem/CustomsValueAmount", "InvoiceLine/ItemChargeAmount" -> worth(reader);
            default -> path.push(name);
        }
    }

    private void worth(XMLStreamReader reader) throws XMLStreamException {
        var unit = reader.getAttributeValue(null, "currencyID");
        var amount = new BigDecimal(reader.getElementText().strip());
        if (value == null) {
            value = amount;
            currency = unit == null ? "" : unit;
        }
    }

    private void end(String name) {
        path.pop();
        if (name.equals("GovernmentAgencyGoodsItem")) {
            goods.add(new Declared.Goods(sequence, hs, value == null ? BigDecimal.ZERO : value, currency));
            hs = "";
            value = null;
            currency = "";
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
