package org.customsgateway.mapping;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What a template of ours wrote, as a tree: plain as {@link PlainXml} has it, or else by a parser. */
public final class PlainTree {

    private static final Pool<PlainXml> READERS = new Pool<>(PlainXml::new);
    private static final InputSource GIVEN = new InputSource();

    private PlainTree() {}

    private static final class Growing extends DefaultHandler {

        private final TreeBuilder tree = new TreeBuilder();
        private Element last;

        @Override
        public void startElement(String uri, String local, String qualified, Attributes attributes) {
            tree.open(local, attributes.getLength() == 0 ? Element.NO_ATTRIBUTES : pairs(attributes));
        }

        private static String[] pairs(Attributes attributes) {
            String[] pairs = new String[2 * attributes.getLength()];
            Arrays.setAll(pairs, i -> i % 2 == 0 ? attributes.getLocalName(i / 2) : attributes.getValue(i / 2));
            return pairs;
        }

        @Override
        public void characters(char[] letters, int from, int count) {
            tree.text(letters, from, count);
        }

        @Override
        public void endElement(String uri, String local, String qualified) {
            last = tree.close();
        }
    }

    /**
     * Its root.
     *
     * @throws XMLStreamException if it is no XML
     */
    public static Element read(byte[] xml) throws XMLStreamException {
        PlainXml reader = READERS.take();
        Growing growing = new Growing();
        reader.setContentHandler(growing);
        try {
            reader.of(xml).parse(GIVEN);
            return growing.last;
        } catch (SAXException notPlain) {
            return parsed(xml);
        } finally {
            reader.setContentHandler(null);
            READERS.give(reader);
        }
    }

    private static Element parsed(byte[] xml) throws XMLStreamException {
        TreeBuilder tree = new TreeBuilder();
        Element last = null;
        XMLStreamReader2 in = SafeXml.reader(new ByteArrayInputStream(xml), Limits.NONE);
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> tree.open(in);
                case XMLStreamConstants.END_ELEMENT -> last = tree.close();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> tree.text(in);
                default -> {
                    // comments mean nothing to whoever asks
                }
            }
        }
        return last;
    }
}
