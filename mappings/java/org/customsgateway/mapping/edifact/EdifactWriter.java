package org.customsgateway.mapping.edifact;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.customsgateway.mapping.InvalidReply;
import org.customsgateway.mapping.SchemaElement;

/**
 * Writes the tree that a reply template made as an interchange: segments in the order of the tree, the trailers UNT, UNE and UNZ with
 * their counts and references, UNA where the tree has one. What it writes is yet to be held against the grammar.
 */
final class EdifactWriter {

    private static final XMLInputFactory XML = factory();

    private final SchemaElement interchange;

    /** @param interchange the root of the grammar's shape */
    EdifactWriter(SchemaElement interchange) {
        this.interchange = interchange;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** @throws InvalidReply if the tree has something that the grammar has not */
    byte[] write(byte[] xml) {
        try {
            XMLStreamReader in = XML.createXMLStreamReader(new ByteArrayInputStream(xml), "UTF-8");
            Envelope out = new Envelope();
            structure(in, interchange, out);
            return out.end();
        } catch (XMLStreamException e) {
            throw new InvalidReply("the template wrote no XML: " + e.getMessage());
        }
    }

    /** Around the reader's next element: the interchange, a message or a group, and all that is in it. */
    private void structure(XMLStreamReader in, SchemaElement grammar, Envelope out) throws XMLStreamException {
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = in.getLocalName();
            boolean root = name.equals(interchange.name());
            SchemaElement here = root ? interchange : grammar.child(name);
            if (here == null) {
                throw new InvalidReply(grammar.name() + " has no " + name);
            }
            if (Edifact.isSegment(name)) {
                out.segment(node(in), here);
            } else {
                structure(in, here, out);
            }
        }
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
        private Repertoire repertoire = Repertoire.of("UNOA");
        private SegmentText text = new SegmentText(repertoire, "3");
        private String interchange = "";
        private String group = "";
        private String message = "";
        private int segments;
        private int messages;
        private int groups;

        void segment(Node node, SchemaElement grammar) {
            switch (node.name()) {
                case "UNB" -> {
                    repertoire = Repertoire.of(node.text("S001", "E0001"));
                    text = new SegmentText(repertoire, node.text("S001", "E0002"));
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
            if (node.name().equals("UNA")) {
                write("UNA" + SegmentText.SERVICE_STRING);
                return;
            }
            segments += message.isEmpty() ? 0 : 1;
            write(text.of(node, grammar));
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

        byte[] end() {
            int within = groups > 0 ? groups : 0;
            endGroup();
            trailer("UNZ", within > 0 ? within : messages, interchange);
            return bytes.toByteArray();
        }

        private void trailer(String tag, int count, String reference) {
            Node of = new Node("E");
            of.add(reference);
            write(tag + "+" + count + "+" + text.value(of) + "'");
        }

        private void write(String written) {
            bytes.writeBytes(written.getBytes(repertoire.charset()));
        }
    }
}
