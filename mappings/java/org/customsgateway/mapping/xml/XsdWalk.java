package org.customsgateway.mapping.xml;

import java.util.function.Consumer;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.Attributes;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;

/** One validator fed from a StAX reader as it goes along, so that a message is parsed once for both. Errors go to a listener, never up. */
final class XsdWalk implements ErrorHandler {

    private static final Attributes NONE = new AttributesImpl();

    private final ValidatorHandler handler;
    private final StaxAttributes attributes = new StaxAttributes();
    private Consumer<String> faults;

    XsdWalk(ValidatorHandler handler) {
        this.handler = handler;
        handler.setErrorHandler(this);
    }

    /** @param faultSink gets the validator's words for each fault, at once, while the call that met it lasts */
    void start(Consumer<String> faultSink) {
        faults = faultSink;
        try {
            handler.startDocument();
        } catch (SAXException e) {
            throw failed(e);
        }
    }

    void open(XMLStreamReader in) {
        attributes.of(in);
        open(in, attributes);
    }

    /** The start of an element of which nothing but its place matters. */
    void openBare(XMLStreamReader in) {
        open(in, NONE);
    }

    private void open(XMLStreamReader in, Attributes given) {
        try {
            for (int i = 0; i < in.getNamespaceCount(); i++) {
                String prefix = in.getNamespacePrefix(i);
                String uri = in.getNamespaceURI(i);
                handler.startPrefixMapping(prefix == null ? "" : prefix, uri == null ? "" : uri);
            }
            handler.startElement(uri(in), in.getLocalName(), name(in), given);
        } catch (SAXException e) {
            throw failed(e);
        }
    }

    void text(XMLStreamReader in) {
        try {
            handler.characters(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
        } catch (SAXException e) {
            throw failed(e);
        }
    }

    void close(XMLStreamReader in) {
        try {
            handler.endElement(uri(in), in.getLocalName(), name(in));
            for (int i = 0; i < in.getNamespaceCount(); i++) {
                String prefix = in.getNamespacePrefix(i);
                handler.endPrefixMapping(prefix == null ? "" : prefix);
            }
        } catch (SAXException e) {
            throw failed(e);
        }
    }

    void end() {
        try {
            handler.endDocument();
        } catch (SAXException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SAXException e) {
        return new IllegalStateException("the validator failed", e);
    }

    private static String uri(XMLStreamReader in) {
        String uri = in.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    private static String name(XMLStreamReader in) {
        String prefix = in.getPrefix();
        return prefix == null || prefix.isEmpty() ? in.getLocalName() : prefix + ":" + in.getLocalName();
    }

    @Override
    public void warning(SAXParseException e) {
        // nothing that makes a message invalid
    }

    @Override
    public void error(SAXParseException e) {
        faults.accept(e.getMessage());
    }

    @Override
    public void fatalError(SAXParseException e) {
        faults.accept(e.getMessage());
    }
}
