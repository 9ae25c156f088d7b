package org.customsgateway.mapping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.sax.SAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Validates documents against the WCO schemas, with the JDK's parser and validator. A plain declaration goes through the bare validator
 * first, which only says yes or no; everything else, and whatever it does not pass, goes through {@link WcoFaults}.
 */
final class WcoValidation {

    /** One parser with its validator: both are dear to make and serve one thread at a time. */
    private record Pair(XMLReader parser, ValidatorHandler validator) {}

    /** Says yes or nothing. */
    private record Bare(Validator validator, PlainXml reader) {}

    /** A parser would want to be told where the document is; {@link PlainXml} has it. */
    private static final InputSource GIVEN = new InputSource();

    /** Noted by the JDK's validators for whoever asks: nobody does, and it is a tenth of their time. */
    private static final String TYPES_TOLD = "http://apache.org/xml/features/validation/schema/augment-psvi";

    private static final String LOCALE = "http://apache.org/xml/properties/locale";

    private final WcoElement wrapper;
    private final WcoPositions positions;
    private final Pool<Pair> pairs;
    private final Pool<Bare> bare;

    private WcoValidation(WcoElement wrapper, WcoPositions positions, Schema schema) {
        this.wrapper = wrapper;
        this.positions = positions;
        this.pairs = new Pool<>(() -> pair(schema));
        this.bare = new Pool<>(() -> bare(schema));
    }

    static WcoValidation load(Path xsd, WcoElement wrapper, WcoPositions positions) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            Schema schema =
                    factory.newSchema(xsd.resolve("wco-dec/MetaData.xsd").toFile());
            return new WcoValidation(wrapper, positions, schema);
        } catch (SAXException e) {
            throw new IllegalStateException("the WCO schemas in " + xsd + " are not valid: " + e.getMessage(), e);
        }
    }

    List<WcoFinding> declaration(byte[] document) {
        return isValid(document) ? List.of() : faults(document, "Declaration");
    }

    List<WcoFinding> response(byte[] document) {
        return faults(document, "Response");
    }

    /** False says nothing yet. */
    private boolean isValid(byte[] document) {
        Bare pair = bare.take();
        try {
            pair.validator.validate(new SAXSource(pair.reader.of(document), GIVEN));
            return true;
        } catch (SAXException | IOException e) {
            return false;
        } finally {
            bare.give(pair);
        }
    }

    /** @param message the name of the wrapper's child that is expected */
    private List<WcoFinding> faults(byte[] document, String message) {
        WcoElement expected = wrapper.children.stream()
                .filter(child -> child.name.equals(message))
                .findFirst()
                .orElseThrow();
        Pair pair = pairs.take();
        WcoFaults faults = new WcoFaults(wrapper, expected, positions, pair.validator);
        pair.validator.setErrorHandler(faults);
        pair.parser.setErrorHandler(faults);
        pair.parser.setContentHandler(faults);
        try {
            pair.parser.parse(new InputSource(new ByteArrayInputStream(document)));
        } catch (IOException e) {
            // bytes that are no text in the encoding that the document claims
            faults.unreadable(e.getMessage());
        } catch (SAXException e) {
            if (faults.findings().isEmpty()) {
                throw new IllegalStateException("the WCO validator failed: " + e.getMessage(), e);
            }
        } finally {
            pairs.give(pair);
        }
        return faults.findings();
    }

    private static Bare bare(Schema schema) {
        Validator validator = schema.newValidator();
        try {
            validator.setFeature(TYPES_TOLD, false);
        } catch (SAXException e) {
            throw new IllegalStateException("not a validator of the JDK", e);
        }
        return new Bare(validator, new PlainXml("MetaData", "Response"));
    }

    private static Pair pair(Schema schema) {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            XMLReader parser = factory.newSAXParser().getXMLReader();
            ValidatorHandler validator = schema.newValidatorHandler();
            // findings are read by others than those who run the machine
            parser.setProperty(LOCALE, Locale.ENGLISH);
            validator.setProperty(LOCALE, Locale.ENGLISH);
            return new Pair(parser, validator);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("no XML parser for the WCO messages: " + e.getMessage(), e);
        }
    }
}
