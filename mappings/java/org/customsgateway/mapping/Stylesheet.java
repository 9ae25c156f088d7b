package org.customsgateway.mapping;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
import org.apache.commons.io.output.ThresholdingOutputStream;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * A stylesheet of ours, in the XSLT 1.0 that the JDK has, compiled. It makes one document of another, and may do no more: no classes, no
 * other files, no end of what it writes. Safe for use by many threads.
 */
public final class Stylesheet {

    /** Bytes: five times the largest declaration that the schema allows. */
    private static final int MOST = 1 << 24;

    private static final String XSL = "http://www.w3.org/1999/XSL/Transform";

    /** Making one takes as long as reading with it; each is for one thread. */
    private static final ThreadLocal<XMLReader> READERS = ThreadLocal.withInitial(Stylesheet::reader);

    private final String file;
    private final Templates templates;
    private final Set<String> parameters;

    private Stylesheet(String file, Templates templates, Set<String> parameters) {
        this.file = file;
        this.templates = templates;
        this.parameters = parameters;
    }

    /** @throws BrokenFormat with all that is wrong */
    public static Stylesheet compile(String file, String text) throws BrokenFormat {
        Set<String> parameters = parameters(file, text);
        List<BrokenFormat.Fault> faults = new ArrayList<>();
        TransformerFactory factory = TransformerFactory.newDefaultInstance();
        factory.setErrorListener(new Listener(file, faults));
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Templates templates = factory.newTemplates(new StreamSource(new StringReader(text)));
            if (faults.isEmpty()) {
                return new Stylesheet(file, templates, parameters);
            }
        } catch (TransformerConfigurationException e) {
            faults.add(new BrokenFormat.Fault(file, line(e), e.getMessage()));
        }
        throw new BrokenFormat(faults);
    }

    /** Those that it declares; the compiler does not say what they are, nor where a text is no XML. */
    private static Set<String> parameters(String file, String text) throws BrokenFormat {
        Set<String> names = new TreeSet<>();
        try {
            XMLStreamReader xml =
                    SafeXml.reader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Limits.NONE);
            int depth = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamReader.START_ELEMENT) {
                    if (depth++ == 1
                            && XSL.equals(xml.getNamespaceURI())
                            && xml.getLocalName().equals("param")) {
                        names.add(String.valueOf(xml.getAttributeValue(null, "name")));
                    }
                } else if (event == XMLStreamReader.END_ELEMENT) {
                    depth--;
                }
            }
            return names;
        } catch (XMLStreamException e) {
            throw new BrokenFormat(file, e.getLocation().getLineNumber(), "not well-formed: " + e.getMessage());
        }
    }

    /** Names of what it is told beside the document. */
    public Set<String> parameters() {
        return parameters;
    }

    /**
     * What it makes of a document of our own, in UTF-8.
     *
     * @param values of its parameters; one that is not given has the value that the stylesheet says
     * @throws IllegalStateException where it does not come to its end: our fault. Its message has no value of the document
     */
    public byte[] transform(byte[] document, Map<String, String> values) {
        ByteArrayOutputStream written = new ByteArrayOutputStream(8192);
        try {
            Transformer transformer = templates.newTransformer();
            transformer.setErrorListener(new Listener(file, new ArrayList<>()));
            values.forEach(transformer::setParameter);
            InputSource source = new InputSource(new ByteArrayInputStream(document));
            transformer.transform(new SAXSource(READERS.get(), source), new StreamResult(limited(written)));
            return written.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(file + ": " + e.getMessageAndLocation(), e);
        } catch (StackOverflowError e) {
            throw new IllegalStateException(file + ": a template calls itself without end", e);
        }
    }

    private static ThresholdingOutputStream limited(ByteArrayOutputStream written) {
        return new ThresholdingOutputStream(
                MOST,
                full -> {
                    throw new IOException("it writes more than " + MOST + " bytes");
                },
                open -> written);
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

    private static int line(TransformerException e) {
        return e.getLocator() == null ? 0 : Math.max(0, e.getLocator().getLineNumber());
    }

    /** Every mistake, not only the first. */
    private record Listener(String file, List<BrokenFormat.Fault> faults) implements ErrorListener {

        @Override
        public void warning(TransformerException e) {
            error(e);
        }

        @Override
        public void error(TransformerException e) {
            faults.add(new BrokenFormat.Fault(file, line(e), e.getMessage()));
        }

        @Override
        public void fatalError(TransformerException e) {
            error(e);
        }
    }
}
