package org.customsgateway.match;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.ErrorListener;
import javax.xml.transform.Templates;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.customsgateway.message.LegKind;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Makes one WCO declaration of those of the legs: {@code to-wco.xsl}, in the XSLT 1.0 that the JDK has. */
final class Join {

    /** UN/EDIFACT 1225 as the declaration schema allows it: a replacement and a withdrawal are declared as a further message (13). */
    private static final Map<String, String> FUNCTIONS = Map.of("9", "9", "5", "13", "1", "13");

    /** Making one takes as long as reading with it; each is for one thread. */
    private static final ThreadLocal<XMLReader> READERS = ThreadLocal.withInitial(Join::reader);

    private final Templates templates;

    private Join(Templates templates) {
        this.templates = templates;
    }

    static Join read(String file, String text, Faults faults) {
        if (!wellFormed(file, text, faults)) {
            return null;
        }
        TransformerFactory factory = TransformerFactory.newDefaultInstance();
        factory.setErrorListener(new Listener(file, faults));
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return new Join(factory.newTemplates(new StreamSource(new StringReader(text))));
        } catch (TransformerConfigurationException e) {
            faults.add(file, line(e), e.getMessage());
            return null;
        }
    }

    /** The compiler of stylesheets does not say where they are not. */
    private static boolean wellFormed(String file, String text, Faults faults) {
        try {
            XMLStreamReader xml = Lines.FACTORY.createXMLStreamReader(new StringReader(text));
            while (xml.hasNext()) {
                xml.next();
            }
            return true;
        } catch (XMLStreamException e) {
            faults.add(file, e.getLocation().getLineNumber(), "not well-formed: " + e.getMessage());
            return false;
        }
    }

    /**
     * @param documents of the legs; the order's is there
     * @param functionCode UN/EDIFACT 1225
     * @param previous id of the declaration that is replaced or withdrawn, or empty
     */
    byte[] declaration(Map<LegKind, byte[]> documents, String functionCode, String previous) {
        StringBuilder source = new StringBuilder("<match>");
        documents.forEach((kind, document) -> source.append('<')
                .append(kind.word())
                .append('>')
                .append(withoutHeading(document))
                .append("</")
                .append(kind.word())
                .append('>'));
        source.append("</match>");
        try {
            Transformer transformer = templates.newTransformer();
            transformer.setParameter("function", FUNCTIONS.get(functionCode));
            transformer.setParameter("previous", previous);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
            var input = new SAXSource(READERS.get(), new InputSource(new StringReader(source.toString())));
            transformer.transform(input, new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException("to-wco.xsl: " + e.getMessageAndLocation(), e);
        }
    }

    private static XMLReader reader() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("every Java platform reads XML", e);
        }
    }

    private static String withoutHeading(byte[] document) {
        String text = new String(document, StandardCharsets.UTF_8);
        return text.startsWith("<?xml") ? text.substring(text.indexOf("?>") + 2) : text;
    }

    private static int line(TransformerException e) {
        return e.getLocator() == null ? 0 : Math.max(0, e.getLocator().getLineNumber());
    }

    /** Every mistake, not only the first. */
    private record Listener(String file, Faults faults) implements ErrorListener {

        @Override
        public void warning(TransformerException e) {
            error(e);
        }

        @Override
        public void error(TransformerException e) {
            faults.add(file, line(e), e.getMessage());
        }

        @Override
        public void fatalError(TransformerException e) {
            error(e);
        }
    }
}
