package org.customsgateway.mapping;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Reads the WCO schemas in {@code xsd} into a tree of {@link WcoElement}. It knows the little of XML Schema that they use: named types,
 * sequences, one choice, references to root elements, and attributes of simple content.
 */
final class WcoSchemas {

    static final String WCO = "urn:customsgateway:wco";
    private static final String XS = XMLConstants.W3C_XML_SCHEMA_NS_URI;
    private static final List<String> FILES = List.of(
            "wco-dec/MetaData.xsd",
            "wco-dec/Declaration.xsd",
            "wco-dec/DeclarationTypes.xsd",
            "wco-res/Response.xsd",
            "wco-res/ResponseTypes.xsd");

    private final Map<String, Element> types = new HashMap<>();
    private final Map<String, Element> roots = new HashMap<>();

    private WcoSchemas() {}

    /** The wrapper with both messages below it. */
    static WcoElement read(Path xsd) {
        WcoSchemas schemas = new WcoSchemas();
        FILES.forEach(file -> schemas.collect(xsd.resolve(file)));
        return schemas.element(schemas.roots.get("{urn:wco:datamodel:WCO:DocumentMetaData-DMS:2}MetaData"), null);
    }

    private void collect(Path file) {
        Element schema = parse(file);
        for (Element part : parts(schema)) {
            Map<String, Element> drawer = part.getLocalName().equals("element") ? roots : types;
            drawer.put("{" + schema.getAttribute("targetNamespace") + "}" + part.getAttribute("name"), part);
        }
    }

    private static Element parse(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("cannot read the schema " + file + ": " + e.getMessage(), e);
        }
    }

    /** @param use where the element is referred to or declared in a type: it says how often; null for the root */
    private WcoElement element(Element declaration, Element use) {
        Element type = declaration.hasAttribute("type") ? types.get(resolve(declaration, "type")) : declaration;
        Set<String> attributes = new TreeSet<>();
        WcoElement element = new WcoElement(
                declaration.getOwnerDocument().getDocumentElement().getAttribute("targetNamespace"),
                declaration.getAttribute("name"),
                declaration.getAttributeNS(WCO, "id"),
                use == null || isChoice(use.getParentNode()) ? 0 : occurs(use, "minOccurs"),
                use == null ? 1 : occurs(use, "maxOccurs"),
                attributes);
        if (type != null) {
            fill(element, type, attributes);
        }
        return element;
    }

    private void fill(WcoElement element, Element part, Set<String> attributes) {
        for (Element inner : parts(part)) {
            switch (inner.getLocalName()) {
                case "attribute" -> attributes.add(inner.getAttribute("name"));
                case "element" ->
                    element.add(element(inner.hasAttribute("ref") ? roots.get(resolve(inner, "ref")) : inner, inner));
                default -> fill(element, inner, attributes);
            }
        }
    }

    private static boolean isChoice(Node parent) {
        return "choice".equals(parent.getLocalName());
    }

    private static int occurs(Element use, String attribute) {
        String value = use.getAttribute(attribute);
        return value.isEmpty() ? 1 : value.equals("unbounded") ? WcoElement.UNBOUNDED : Integer.parseInt(value);
    }

    private static String resolve(Element at, String attribute) {
        String[] name = at.getAttribute(attribute).split(":");
        return "{" + at.lookupNamespaceURI(name[0]) + "}" + name[1];
    }

    private static List<Element> parts(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && XS.equals(element.getNamespaceURI())) {
                found.add(element);
            }
        }
        return found;
    }
}
