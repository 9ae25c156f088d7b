package org.customsgateway.mapping.enrich;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.PlainTree;
import org.customsgateway.mapping.enrich.Consignment.Line;
import org.customsgateway.mapping.enrich.Consignment.Money;
import org.customsgateway.mapping.reference.TariffCode;

/** Reads a declaration of our own, once for all rules. */
final class ConsignmentReader {

    private static final Element NONE = new Element("", null, 0, 0);

    private final Element declaration;
    private final Element shipment;

    private ConsignmentReader(Element declaration) {
        this.declaration = declaration;
        this.shipment = child(declaration, "GoodsShipment");
    }

    static Consignment read(byte[] declaration) {
        try {
            Element root = PlainTree.read(declaration);
            return new ConsignmentReader(root.name().equals("Declaration") ? root : child(root, "Declaration")).read();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a declaration of our own cannot be read", e);
        }
    }

    private Consignment read() {
        String destination = shipment.textAt("Destination", "CountryCode");
        String origin = shipment.textAt("ExportCountry", "ID");
        List<Line> lines = new ArrayList<>();
        shipment.children("GovernmentAgencyGoodsItem").forEach(goods -> lines.add(line(goods, lines.size() + 1)));
        return new Consignment(
                declaration,
                destination.isEmpty() ? shipment.textAt("Consignee", "Address", "CountryCode") : destination,
                origin.isEmpty() ? shipment.textAt("Consignor", "Address", "CountryCode") : origin,
                shipment.textAt("TransactionNatureCode"),
                money(child(declaration, "InvoiceAmount")),
                List.copyOf(lines),
                shipment.children("DomesticDutyTaxParty").stream()
                        .map(party -> party.textAt("ID"))
                        .filter(id -> !id.isEmpty())
                        .toList(),
                mode());
    }

    private String mode() {
        return Stream.of(
                        declaration.textAt("BorderTransportMeans", "ModeCode"),
                        shipment.textAt("Consignment", "ArrivalTransportMeans", "ModeCode"))
                .filter(mode -> !mode.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Line line(Element goods, int place) {
        String number = goods.textAt("SequenceNumeric");
        Element commodity = child(goods, "Commodity");
        return new Line(
                goods,
                number.isEmpty() ? String.valueOf(place) : number,
                tariff(commodity),
                money(child(child(commodity, "InvoiceLine"), "ItemChargeAmount")));
    }

    /** Six digits (HS), unless the sender's own (CV) say more. */
    private static String tariff(Element commodity) {
        String hs = "";
        for (Element classification : commodity.children("Classification")) {
            String type = classification.textAt("IdentificationTypeCode");
            if (type.equals("CV") || type.equals("HS") && hs.isEmpty()) {
                hs = TariffCode.digits(classification.textAt("ID"));
            }
        }
        return hs;
    }

    private static Money money(Element amount) {
        String currency = amount.attribute("currencyID");
        return amount.text().isEmpty() || currency.isEmpty()
                ? null
                : new Money(new BigDecimal(amount.text()), currency);
    }

    private static Element child(Element of, String name) {
        for (Element child : of.children()) {
            if (child.name().equals(name)) {
                return child;
            }
        }
        return NONE;
    }
}
