package org.customsgateway.mapping;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** What a reply template wrote, as a tree: for the syntaxes that write it in something else than XML. */
public final class ReplyTree {

    private ReplyTree() {}

    /**
     * Its root.
     *
     * @throws InvalidReply if it is no XML
     */
    public static Element read(byte[] xml) {
        TreeBuilder tree = new TreeBuilder();
        Element last = null;
        try {
            XMLStreamReader2 in = SafeXml.reader(new ByteArrayInputStream(xml), Limits.NONE);
            while (in.hasNext()) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> tree.open(in);
                    case XMLStreamConstants.END_ELEMENT -> last = tree.close();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> tree.text(in);
                    default -> {
                        // comments mean nothing to the partner
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new InvalidReply("the template wrote no XML: " + e.getMessage());
        }
        return last;
    }
}
