package org.customsgateway.mapping.xml;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.codehaus.stax2.XMLStreamReader2;
import org.customsgateway.mapping.BrokenFormat;
import org.customsgateway.mapping.Drawers;
import org.customsgateway.mapping.Limits;
import org.customsgateway.mapping.SafeXml;
import org.customsgateway.mapping.SchemaFile;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;
import org.xml.sax.SAXParseException;

/** A compiled schema, and the validators made from it, used again and again. It reads nothing but the drawers. */
public final class XsdCheck {

    /** The JDK's validators note the type of each element for whoever asks: nobody does here, and it is a tenth of their time. */
    private static final String TYPES_TOLD = "http://apache.org/xml/features/validation/schema/augment-psvi";

    private static final String LOCALE = "http://apache.org/xml/properties/locale";
    private static final String ROOT = "file:///";

    private final Schema schema;
    private final Queue<XsdWalk> idle = new ConcurrentLinkedQueue<>();

    private XsdCheck(Schema schema) {
        this.schema = schema;
    }

    /** @param file its name in the drawers */
    public static XsdCheck compile(Drawers drawers, String file) throws BrokenFormat {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            factory.setResourceResolver(new FromDrawers(drawers));
            return new XsdCheck(
                    factory.newSchema(new StreamSource(new ByteArrayInputStream(drawers.file(file)), ROOT + file)));
        } catch (SAXParseException e) {
            String where = e.getSystemId() == null ? file : e.getSystemId().replace(ROOT, "");
            throw new BrokenFormat(where, e.getLineNumber(), e.getMessage());
        } catch (SAXException e) {
            throw new BrokenFormat(file, 0, e.getMessage());
        }
    }

    /** What is wrong with a document that was read whole, in the validator's words; empty when nothing is. */
    String firstFault(byte[] document) {
        return first(document, (message, path) -> message);
    }

    /** Which rule of XML Schema is broken first, and where, without the value that breaks it: fit for a log; empty when none is. */
    public String firstBreach(byte[] document) {
        return first(
                document,
                (message, path) ->
                        String.join("/", path) + " " + message.substring(0, Math.max(0, message.indexOf(':'))));
    }

    private String first(byte[] document, BiFunction<String, Deque<String>, String> words) {
        List<String> faults = new ArrayList<>();
        Deque<String> path = new ArrayDeque<>();
        XsdWalk walk = borrow();
        try {
            XMLStreamReader2 in = SafeXml.reader(new ByteArrayInputStream(document), Limits.NONE);
            walk.start(message -> {
                if (faults.isEmpty()) {
                    faults.add(words.apply(message, path));
                }
            });
            while (in.hasNext()) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        path.addLast(in.getLocalName());
                        walk.open(in);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        walk.close(in);
                        path.removeLast();
                    }
                    case XMLStreamConstants.CHARACTERS -> walk.text(in);
                    default -> {
                        // nothing else is in it
                    }
                }
            }
            walk.end();
            giveBack(walk);
        } catch (XMLStreamException e) {
            faults.add(words.apply("XML: " + e.getMessage(), path));
        }
        return faults.isEmpty() ? "" : faults.get(0);
    }

    XsdWalk borrow() {
        XsdWalk walk = idle.poll();
        return walk == null ? new XsdWalk(handler()) : walk;
    }

    void giveBack(XsdWalk walk) {
        idle.add(walk);
    }

    private ValidatorHandler handler() {
        ValidatorHandler handler = schema.newValidatorHandler();
        try {
            handler.setProperty(
                    LOCALE, Locale.ENGLISH); // its messages are taken apart, so they must be in one language
            handler.setFeature(TYPES_TOLD, false);
        } catch (SAXNotRecognizedException | SAXNotSupportedException e) {
            throw new IllegalStateException(e);
        }
        return handler;
    }

    /** What is not in the drawers does not exist: no network, no other files. */
    private record FromDrawers(Drawers drawers) implements LSResourceResolver {

        @Override
        public LSInput resolveResource(String type, String namespace, String publicId, String systemId, String base) {
            String from = base == null ? "" : base.replace(ROOT, "");
            String located = systemId == null ? null : SchemaFile.locate(from, systemId);
            LSInput input = input();
            input.setSystemId(ROOT + (located == null ? "missing" : located));
            if (located == null || !drawers.has(located)) {
                input.setCharacterStream(new StringReader("")); // ends in a fault that names the place
            } else {
                input.setByteStream(new ByteArrayInputStream(drawers.file(located)));
            }
            return input;
        }

        private static LSInput input() {
            try {
                return ((DOMImplementationLS) DocumentBuilderFactory.newDefaultInstance()
                                .newDocumentBuilder()
                                .getDOMImplementation()
                                .getFeature("LS", "3.0"))
                        .createLSInput();
            } catch (ParserConfigurationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
