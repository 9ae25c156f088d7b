package org.customsgateway.simulate;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one answer as MetaData with one Response (WCO 07B), elements in schema order. */
final class ResponseXml {

    private static final String META = "urn:wco:datamodel:WCO:DocumentMetaData-DMS:2";
    private static final String RES = "urn:wco:datamodel:WCO:RES-DMS:2";
    private static final String TYPES = "urn:wco:datamodel:WCO:Response_DS:DMS:2";
    /** UNTDID 2379 code 304: CCYYMMDDHHMMSSZZZ; the WCO profile writes the zone as Z. */
    private static final DateTimeFormatter CODE_304 = DateTimeFormatter.ofPattern(
                    "uuuuMMddHHmmss'Z'", java.util.Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newFactory();
    private static final BigDecimal PERCENT = new BigDecimal("0.01");

    private final BackEnd backEnd;
    private final Clock clock;

    ResponseXml(BackEnd backEnd, Clock clock) {
        this.backEnd = backEnd;
        this.clock = clock;
    }

    byte[] write(Declared declared, Answer answer, String reference) {
        var bytes = new ByteArrayOutputStream(1500);
        try {
            var out = WRITERS.createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("", "MetaData", META);
            out.writeDefaultNamespace(META);
            text(out, META, "WCODataModelVersionCode", "3.6");
            text(out, META, "WCOTypeName", "RES");
            text(out, META, "ResponsibleAgencyName", backEnd.id());
            response(out, declared, answer, reference);
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an answer could not be written", e);
        }
        return bytes.toByteArray();
    }

    private void response(XMLStreamWriter out, Declared declared, Answer answer, String reference)
            throws XMLStreamException {
        var now = CODE_304.format(clock.instant());
        out.writeStartElement("", "Response", RES);
        out.writeDefaultNamespace(RES);
        text(out, "FunctionCode", answer.say().functionCode());
        text(out, "FunctionalReferenceID", reference);
        time(out, "IssueDateTime", now);
        if (answer.say() == Say.REJECTED) {
            fault(out, answer);
        } else if (!answer.code().isEmpty() || !answer.text().isEmpty()) {
            out.writeStartElement(RES, "AdditionalInformation");
            text(out, "StatementCode", answer.code());
            text(out, "StatementDescription", answer.text());
            pointer(out, answer.pointer());
            out.writeEndElement();
        }
        if (!answer.say().nameCode().isEmpty()) {
            out.writeStartElement(RES, "Status");
            time(out, "EffectiveDateTime", now);
            text(out, "NameCode", answer.say().nameCode());
            out.writeEndElement();
        }
        declaration(out, declared, answer, now);
        out.writeEndElement();
    }

    private static void fault(XMLStreamWriter out, Answer answer) throws XMLStreamException {
        out.writeStartElement(RES, "Error");
        text(out, "Description", answer.text());
        text(out, "ValidationCode", answer.code().isEmpty() ? "SIM001" : answer.code());
        pointer(out, answer.pointer());
        out.writeEndElement();
    }

    /** One Pointer (97A) per level: class and which repeat; the last one names the element. */
    private static void pointer(XMLStreamWriter out, String pointer) throws XMLStreamException {
        if (pointer.isEmpty()) {
            return;
        }
        var levels = pointer.split("/");
        for (var level : levels) {
            var tag = level.indexOf('#');
            var section = tag < 0 ? level : level.substring(0, tag);
            var index = section.indexOf('[');
            out.writeStartElement(RES, "Pointer");
            text(out, "SequenceNumeric", index < 0 ? "" : section.substring(index + 1, section.length() - 1));
            text(out, "DocumentSectionCode", index < 0 ? section : section.substring(0, index));
            text(out, "TagID", tag < 0 ? "" : level.substring(tag + 1));
            out.writeEndElement();
        }
    }

    private static void declaration(XMLStreamWriter out, Declared declared, Answer answer, String now)
            throws XMLStreamException {
        out.writeStartElement(RES, "Declaration");
        switch (answer.say()) {
            case ACCEPTED, WARNED -> time(out, "AcceptanceDateTime", now);
            case CANCELLED -> time(out, "CancellationDateTime", now);
            default -> {}
        }
        text(out, "FunctionalReferenceID", declared.reference());
        text(out, "ID", declared.id());
        if (answer.say() == Say.REJECTED) {
            time(out, "RejectionDateTime", now);
        }
        text(out, "VersionID", declared.version());
        switch (answer.say()) {
            case TAX, PAID, INSUFFICIENT -> taxes(out, declared, answer);
            default -> {}
        }
        out.writeEndElement();
    }

    private static void taxes(XMLStreamWriter out, Declared declared, Answer answer) throws XMLStreamException {
        var total = BigDecimal.ZERO;
        var currency = "";
        for (var goods : declared.goods()) {
            var duty = share(goods.value(), answer.duty());
            total = total.add(duty).add(share(goods.value().add(duty), answer.vat()));
            currency = goods.currency();
        }
        out.writeStartElement(RES, "DutyTaxFee");
        out.writeStartElement(RES, "Payment");
        amount(out, "TaxAssessedAmount", total, currency);
        amount(out, "PaymentAmount", total, currency);
        out.writeEndElement();
        out.writeEndElement();
        out.writeStartElement(RES, "GoodsShipment");
        for (var goods : declared.goods()) {
            var duty = share(goods.value(), answer.duty());
            var base = goods.value().add(duty);
            out.writeStartElement(RES, "GovernmentAgencyGoodsItem");
            text(out, "SequenceNumeric", Integer.toString(goods.sequence()));
            out.writeStartElement(RES, "Commodity");
            tax(out, "A00", goods.value(), answer.duty(), duty, goods.currency());
            tax(out, "B00", base, answer.vat(), share(base, answer.vat()), goods.currency());
            out.writeEndElement();
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private static void tax(
            XMLStreamWriter out, String type, BigDecimal base, BigDecimal rate, BigDecimal amount, String currency)
            throws XMLStreamException {
        out.writeStartElement(RES, "DutyTaxFee");
        amount(out, "AdValoremTaxBaseAmount", base, currency);
        text(out, "TaxRateNumeric", rate.toPlainString());
        text(out, "TypeCode", type);
        out.writeStartElement(RES, "Payment");
        amount(out, "TaxAssessedAmount", amount, currency);
        amount(out, "PaymentAmount", amount, currency);
        out.writeEndElement();
        out.writeEndElement();
    }

    private static BigDecimal share(BigDecimal value, BigDecimal percent) {
        return value.multiply(percent).multiply(PERCENT).setScale(2, RoundingMode.DOWN);
    }

    private static void amount(XMLStreamWriter out, String name, BigDecimal value, String currency)
            throws XMLStreamException {
        out.writeStartElement(RES, name);
        if (!currency.isEmpty()) {
            out.writeAttribute("currencyID", currency);
        }
        out.writeCharacters(value.setScale(2, RoundingMode.DOWN).toPlainString());
        out.writeEndElement();
    }

    private static void time(XMLStreamWriter out, String name, String value) throws XMLStreamException {
        out.writeStartElement(RES, name);
        out.writeStartElement("", "DateTimeString", TYPES);
        out.writeDefaultNamespace(TYPES);
        out.writeAttribute("formatCode", "304");
        out.writeCharacters(value);
        out.writeEndElement();
        out.writeEndElement();
    }

    private static void text(XMLStreamWriter out, String name, String value) throws XMLStreamException {
        text(out, RES, name, value);
    }

    private static void text(XMLStreamWriter out, String namespace, String name, String value)
            throws XMLStreamException {
        if (!value.isEmpty()) {
            out.writeStartElement(namespace, name);
            out.writeCharacters(value);
            out.writeEndElement();
        }
    }
}
