package org.customsgateway.mapping;

import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Grows a tree from StAX events; no more of it is kept than what the caller keeps. */
final class TreeBuilder {

    private final StringBuilder text = new StringBuilder();
    private Element at;

    /** The innermost open element, or null. */
    Element at() {
        return at;
    }

    Element open(XMLStreamReader2 in) {
        settle();
        Location here = in.getLocationInfo().getStartLocation();
        Element opened = new Element(in.getLocalName(), at, here.getLineNumber(), here.getColumnNumber());
        int count = in.getAttributeCount();
        if (count > 0) {
            String[] attributes = new String[2 * count];
            for (int i = 0; i < count; i++) {
                attributes[2 * i] = in.getAttributeLocalName(i);
                attributes[2 * i + 1] = in.getAttributeValue(i);
            }
            opened.attributes(attributes);
        }
        if (at != null) {
            at.add(opened);
        }
        at = opened;
        return opened;
    }

    void text(XMLStreamReader2 in) throws XMLStreamException {
        text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
    }

    Element close() {
        settle();
        Element closed = at;
        at = closed.parent();
        return closed;
    }

    /** Gives the text read so far to the element that it stands in. */
    void settle() {
        if (!text.isEmpty()) {
            String found = text.toString().strip();
            if (!found.isEmpty()) {
                at.text(at.text().isEmpty() ? found : at.text() + " " + found);
            }
            text.setLength(0);
        }
    }
}
