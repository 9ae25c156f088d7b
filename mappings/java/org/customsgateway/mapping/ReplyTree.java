package org.customsgateway.mapping;

import javax.xml.stream.XMLStreamException;

/** What a reply template wrote, as a tree: for the syntaxes that write it in something else than XML. */
public final class ReplyTree {

    private ReplyTree() {}

    /**
     * Its root.
     *
     * @throws InvalidReply if it is no XML
     */
    public static Element read(byte[] xml) {
        try {
            return PlainTree.read(xml);
        } catch (XMLStreamException e) {
            throw new InvalidReply("the template wrote no XML: " + e.getMessage());
        }
    }
}
