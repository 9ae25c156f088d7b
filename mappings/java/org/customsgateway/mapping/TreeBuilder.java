package org.customsgateway.mapping;

import java.util.Arrays;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Grows a tree from StAX events; no more of it is kept than what the caller keeps. */
public final class TreeBuilder {

    private final StringBuilder text = new StringBuilder();
    private Element at;

    /** The innermost open element, or null. */
    public Element at() {
        return at;
    }

    /** At a start tag: the element that opened, below the one that was innermost. */
    public Element open(XMLStreamReader2 in) {
        Location here = in.getLocationInfo().getStartLocation();
        return open(
                in.getLocalName(),
                in.getAttributeCount() > 0 ? attributes(in) : Element.NO_ATTRIBUTES,
                here.getLineNumber(),
                here.getColumnNumber());
    }

    /** The same where nobody asks for lines. */
    void open(String name, String[] attributes) {
        open(name, attributes, 0, 0);
    }

    private Element open(String name, String[] attributes, int line, int column) {
        settle();
        Element opened = new Element(name, at, line, column);
        opened.attributes(attributes);
        if (at != null) {
            at.add(opened);
        }
        at = opened;
        return opened;
    }

    /** Those of XML Schema itself (nil, type, schemaLocation) say nothing about the item. */
    private static String[] attributes(XMLStreamReader2 in) {
        int count = in.getAttributeCount();
        String[] attributes = new String[2 * count];
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (!XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(in.getAttributeNamespace(i))) {
                attributes[kept++] = in.getAttributeLocalName(i);
                attributes[kept++] = in.getAttributeValue(i);
            }
        }
        return kept == attributes.length ? attributes : Arrays.copyOf(attributes, kept);
    }

    /** At a text. */
    public void text(XMLStreamReader2 in) throws XMLStreamException {
        text(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
    }

    /** Blanks before a text mean nothing, and between tags there is nothing else. */
    void text(char[] letters, int from, int count) {
        int start = from;
        int end = from + count;
        while (text.isEmpty() && start < end && letters[start] <= ' ') {
            start++;
        }
        text.append(letters, start, end - start);
    }

    /** At an end tag: the element that closed, its text in it. */
    public Element close() {
        settle();
        Element closed = at;
        at = closed.parent();
        return closed;
    }

    /** Gives the text read so far to the element that it stands in. */
    public void settle() {
        if (!text.isEmpty()) {
            String found = text.toString().strip();
            if (!found.isEmpty()) {
                at.text(at.text().isEmpty() ? found : at.text() + " " + found);
            }
            text.setLength(0);
        }
    }
}
