package org.customsgateway.mapping.xmldsig;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A document with its signature in the one form that is agreed: an element of the root is a signature over the whole document.
 * Every other form that XML-Signature allows, and with it every way to have something signed and something else read, is refused
 * by name: references by id, several references, objects, other transforms, nested signatures.
 *
 * @param signedInfo what the signature is a signature of, canonical
 * @param signed the document without its signature, canonical
 * @param algorithms that the signature says were used
 * @param digest of the document, as the signature says
 * @param value of the signature
 * @param certificate as it stands in the signature; empty where there is none
 */
record SignedDocument(
        byte[] signedInfo, byte[] signed, Algorithms algorithms, byte[] digest, byte[] value, byte[] certificate) {

    private static final byte[] NONE = {};

    /** The signature of a document, or null. */
    static Element signature(Document document) throws Bad {
        var all = document.getElementsByTagNameNS(Algorithms.XMLDSIG, "Signature");
        if (all.getLength() > 1) {
            throw Bad.form("there is more than one");
        }
        if (all.getLength() == 1 && all.item(0).getParentNode() != document.getDocumentElement()) {
            throw Bad.form("it does not stand in the root element");
        }
        return (Element) all.item(0);
    }

    /** Takes the signature out of the document. */
    static SignedDocument of(Document document, Element signature) throws Bad {
        allowed(document.getDocumentElement(), null);
        allowed(signature, Set.of("Id"));
        List<Element> parts = children(signature, "SignedInfo", "SignatureValue", "KeyInfo?");
        Element info = parts.get(0);
        List<Element> said = reference(info);
        byte[] digest = base64(said.get(2));
        Algorithms algorithms = new Algorithms(algorithm(said.get(0)), algorithm(said.get(1)));
        byte[] value = base64(parts.get(1));
        byte[] certificate = parts.size() > 2 ? certificate(parts.get(2)) : NONE;
        byte[] signedInfo = Canonical.bytes(info);
        signature.getParentNode().removeChild(signature);
        return new SignedDocument(signedInfo, Canonical.bytes(document), algorithms, digest, value, certificate);
    }

    /** SignatureMethod, DigestMethod and DigestValue of a signature that is of the whole document. */
    private static List<Element> reference(Element info) throws Bad {
        allowed(info, Set.of());
        List<Element> parts = children(info, "CanonicalizationMethod", "SignatureMethod", "Reference");
        named(algorithm(parts.get(0)), Algorithms.CANONICAL);
        Element reference = parts.get(2);
        allowed(reference, Set.of("URI"));
        if (!reference.hasAttribute("URI") || !reference.getAttribute("URI").isEmpty()) {
            throw Bad.form("its reference is not to the whole document (URI=\"\")");
        }
        List<Element> of = children(reference, "Transforms", "DigestMethod", "DigestValue");
        allowed(of.get(0), Set.of());
        List<Element> transforms = children(of.get(0), "Transform", "Transform?");
        named(algorithm(transforms.get(0)), Algorithms.ENVELOPED);
        if (transforms.size() > 1) {
            named(algorithm(transforms.get(1)), Algorithms.CANONICAL);
        }
        return List.of(parts.get(1), of.get(1), of.get(2));
    }

    private static byte[] certificate(Element keyInfo) throws Bad {
        allowed(keyInfo, Set.of());
        for (Element part : children(keyInfo, "KeyName?", "X509Data?")) {
            allowed(part, Set.of());
            if (part.getLocalName().equals("X509Data")) {
                return base64(children(part, "X509Certificate").get(0));
            }
            text(part);
        }
        return NONE;
    }

    /** The elements in it, which must be these, those with a question mark perhaps; and nothing else but blanks. */
    private static List<Element> children(Element of, String... names) throws Bad {
        List<Element> found = new ArrayList<>();
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            } else if (node.getNodeType() != Node.TEXT_NODE
                    || !node.getNodeValue().isBlank()) {
                throw Bad.form("there is text in '" + of.getLocalName() + "'");
            }
        }
        int next = 0;
        for (String name : names) {
            boolean here = next < found.size()
                    && Algorithms.XMLDSIG.equals(found.get(next).getNamespaceURI())
                    && name.replace("?", "").equals(found.get(next).getLocalName());
            if (!here && !name.endsWith("?")) {
                throw Bad.form("'" + name + "' is missing in '" + of.getLocalName() + "'");
            }
            next += here ? 1 : 0;
        }
        if (next < found.size()) {
            throw Bad.form("'" + of.getLocalName() + "' has more in it than is agreed");
        }
        return found;
    }

    /** @param names null for all but those of XML itself, which canonical XML would carry into the signature */
    private static void allowed(Element element, Set<String> names) throws Bad {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            boolean declares = XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI());
            boolean known = names == null
                    ? !XMLConstants.XML_NS_URI.equals(attribute.getNamespaceURI())
                    : attribute.getNamespaceURI() == null && names.contains(attribute.getName());
            if (!declares && !known) {
                throw Bad.form("'" + element.getLocalName() + "' may not have '" + attribute.getName() + "'");
            }
        }
    }

    private static String algorithm(Element method) throws Bad {
        allowed(method, Set.of("Algorithm"));
        children(method);
        return method.getAttribute("Algorithm");
    }

    private static void named(String found, String agreed) throws Bad {
        if (!found.equals(agreed)) {
            throw Bad.form("'" + found + "' stands where '" + agreed + "' should");
        }
    }

    private static String text(Element element) throws Bad {
        allowed(element, Set.of());
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() != Node.TEXT_NODE) {
                throw Bad.form("'" + element.getLocalName() + "' is not plain text");
            }
        }
        return element.getTextContent();
    }

    private static byte[] base64(Element element) throws Bad {
        try {
            return Base64.getDecoder().decode(text(element).replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw Bad.form("'" + element.getLocalName() + "' is not base64");
        }
    }
}
