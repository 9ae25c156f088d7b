package org.customsgateway.mapping.xmldsig;

import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.customsgateway.mapping.Limits;
import org.customsgateway.mapping.SafeXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A whole document as a tree, made of what the parser reads that items are read with: what is signed is what is read, whatever two
 * parsers might make of the same bytes. Comments are left out, as they are of what is signed.
 */
final class Tree {

    private final Document document;
    private Node at;

    private Tree(Document document) {
        this.document = document;
        this.at = document;
    }

    /** @throws XMLStreamException if it is not well-formed, or has a document type */
    static Document read(InputStream raw, Limits limits) throws XMLStreamException {
        Tree tree = new Tree(empty());
        XMLStreamReader2 in = SafeXml.reader(raw, limits);
        while (in.hasNext()) {
            tree.take(in.next(), in);
        }
        return tree.document;
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(int event, XMLStreamReader2 in) throws XMLStreamException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> at = at.appendChild(element(in));
            case XMLStreamConstants.END_ELEMENT -> at = at.getParentNode();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                if (at != document) {
                    at.appendChild(document.createTextNode(in.getText()));
                }
            }
            case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                at.appendChild(document.createProcessingInstruction(
                        in.getPITarget(), in.getPIData() == null ? "" : in.getPIData()));
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new XMLStreamException("a document type");
            default -> {
                // comments, and where the document begins and ends
            }
        }
    }

    private Element element(XMLStreamReader2 in) {
        Element element = document.createElementNS(given(in.getNamespaceURI()), in.getPrefixedName());
        for (int i = 0; i < in.getNamespaceCount(); i++) {
            String prefix = in.getNamespacePrefix(i);
            String name = prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
            String uri = in.getNamespaceURI(i);
            element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, name, uri == null ? "" : uri);
        }
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String prefix = in.getAttributePrefix(i);
            String name = in.getAttributeLocalName(i);
            element.setAttributeNS(
                    given(in.getAttributeNamespace(i)),
                    prefix == null || prefix.isEmpty() ? name : prefix + ":" + name,
                    in.getAttributeValue(i));
        }
        return element;
    }

    private static String given(String namespace) {
        return namespace == null || namespace.isEmpty() ? null : namespace;
    }
}
