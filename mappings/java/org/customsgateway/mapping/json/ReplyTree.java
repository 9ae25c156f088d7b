package org.customsgateway.mapping.json;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.InvalidReply;

/** What a reply template wrote, as a tree. */
final class ReplyTree {

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    }

    private ReplyTree() {}

    static Element read(byte[] xml) {
        Element root = null;
        Element at = null;
        StringBuilder text = new StringBuilder();
        try {
            XMLStreamReader in = XML.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (in.hasNext()) {
                int event = in.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    Element opened = new Element(in.getLocalName(), at, 0, 0);
                    if (at == null) {
                        root = opened;
                    } else {
                        at.add(opened);
                    }
                    at = opened;
                    text.setLength(0);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    at.text(text.toString().strip());
                    text.setLength(0);
                    at = at.parent();
                } else if (event == XMLStreamConstants.CHARACTERS) {
                    text.append(in.getText());
                }
            }
        } catch (XMLStreamException e) {
            throw new InvalidReply("the template wrote no tree: " + e.getMessage());
        }
        if (root == null) {
            throw new InvalidReply("the template wrote nothing");
        }
        return root;
    }
}
