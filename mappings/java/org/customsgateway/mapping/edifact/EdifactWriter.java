package org.customsgateway.mapping.edifact;

import io.xlate.edi.schema.EDIComplexType;
import io.xlate.edi.schema.EDIType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.customsgateway.mapping.InvalidReply;

/**
 * Writes the tree that a reply template made as an interchange: segments in the order of the tree, the trailers UNT, UNE and UNZ with
 * their counts and references. UNA where the tree has one, and where UNB has released characters: some readers know of none before they saw UNA (StAEDI 1.26 among them). What it writes is yet to be held against the grammar.
 */
final class EdifactWriter {

    private static final XMLInputFactory XML = factory();

    /** An interchange and what its characters are in. */
    record Written(byte[] bytes, Charset charset) {}

    private final Grammar grammar;

    EdifactWriter(Grammar grammar) {
        this.grammar = grammar;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** @throws InvalidReply if it has something in it that the grammar has not */
    Written write(byte[] xml) {
        try {
            XMLStreamReader in = XML.createXMLStreamReader(new ByteArrayInputStream(xml), "UTF-8");
            Envelope out = new Envelope();
            while (in.hasNext()) {
                if (in.next() == XMLStreamConstants.START_ELEMENT && SegmentNames.isSegment(in.getLocalName())) {
                    Node segment = node(in);
                    if (segment.name().equals("UNA")) {
                        out.serviceString();
                    } else {
                        out.segment(segment, type(segment.name()));
                    }
                }
            }
            return out.end();
        } catch (XMLStreamException e) {
            throw new InvalidReply("the template wrote no XML: " + e.getMessage());
        }
    }

    private EDIComplexType type(String tag) {
        EDIType type = grammar.control().getType(tag);
        type = type == null ? grammar.message().getType(tag) : type;
        if (!(type instanceof EDIComplexType segment)) {
            throw new InvalidReply("the grammar has no segment " + tag);
        }
        return segment;
    }

    private static Node node(XMLStreamReader in) throws XMLStreamException {
        Node node = new Node(in.getLocalName());
        while (true) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> node.add(node(in));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> node.add(in.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return node;
                }
                default -> {
                    // nothing else says anything
                }
            }
        }
    }

    /** The bytes so far, and what the trailers will say. */
    private static final class Envelope {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        private Alphabet alphabet = Alphabet.of("UNOA");
        private SegmentText text = new SegmentText(alphabet, "3");
        private String interchange = "";
        private String group = "";
        private String message = "";
        private boolean serviceString;
        private int segments;
        private int messages;
        private int groups;

        void segment(Node node, EDIComplexType type) {
            switch (node.name()) {
                case "UNB" -> {
                    alphabet = Alphabet.of(node.text("S001", "E0001"));
                    text = new SegmentText(alphabet, node.text("S001", "E0002"));
                    interchange = node.text("E0020");
                }
                case "UNG" -> {
                    endGroup();
                    group = node.text("E0048");
                    groups++;
                    messages = 0;
                }
                case "UNH" -> {
                    endMessage();
                    message = node.text("E0062");
                    messages++;
                }
                default -> {
                    // counts, and no more
                }
            }
            segments += message.isEmpty() ? 0 : 1;
            String written = text.of(node, type);
            if (node.name().equals("UNB") && (serviceString || written.indexOf('?') >= 0)) {
                write(text.serviceString());
            }
            write(written);
        }

        void serviceString() {
            serviceString = true;
        }

        private void endMessage() {
            if (!message.isEmpty()) {
                trailer("UNT", segments + 1, message);
            }
            message = "";
            segments = 0;
        }

        private void endGroup() {
            endMessage();
            if (!group.isEmpty()) {
                trailer("UNE", messages, group);
            }
            group = "";
        }

        Written end() {
            endGroup();
            if (interchange.isEmpty() || groups + messages == 0) {
                throw new InvalidReply("there is no UNB, or no message in it");
            }
            trailer("UNZ", groups > 0 ? groups : messages, interchange);
            return new Written(bytes.toByteArray(), alphabet.charset());
        }

        private void trailer(String tag, int count, String reference) {
            Node of = new Node("E");
            of.add(reference);
            write(tag + "+" + count + "+" + text.value(of) + "'");
        }

        private void write(String written) {
            bytes.writeBytes(written.getBytes(alphabet.charset()));
        }
    }
}
