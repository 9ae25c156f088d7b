package org.customsgateway.mapping;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * One XSD file as a tree with line numbers.
 *
 * @param name {@code xsd/upu-itmatt/upu-itmatt.xsd}
 * @param prefixes declared on its root
 */
public record SchemaFile(String name, Element root, Map<String, String> prefixes) {

    public static SchemaFile parse(String name, byte[] bytes) throws BrokenFormat {
        Map<String, String> prefixes = new HashMap<>();
        Element top = null;
        Element at = null;
        try {
            XMLStreamReader2 in = SafeXml.reader(new ByteArrayInputStream(bytes), Limits.DEFAULT);
            while (in.hasNext()) {
                int event = in.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    at = new Element(in.getLocalName(), at, in.getLocation().getLineNumber(), 0);
                    String[] attributes = new String[in.getAttributeCount() * 2];
                    for (int i = 0; i < in.getAttributeCount(); i++) {
                        attributes[2 * i] = in.getAttributeLocalName(i);
                        attributes[2 * i + 1] = in.getAttributeValue(i);
                    }
                    at.attributes(attributes);
                    if (at.parent() == null) {
                        top = at;
                    } else {
                        at.parent().add(at);
                    }
                    for (int i = 0; i < in.getNamespaceCount(); i++) {
                        String prefix = in.getNamespacePrefix(i);
                        prefixes.put(prefix == null ? "" : prefix, in.getNamespaceURI(i));
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    at = at.parent();
                }
            }
        } catch (XMLStreamException e) {
            throw new BrokenFormat(name, e.getLocation().getLineNumber(), "not well-formed XML");
        }
        if (top == null || !top.name().equals("schema")) {
            throw new BrokenFormat(name, 1, "not an XML schema");
        }
        return new SchemaFile(name, top, prefixes);
    }

    public String namespace() {
        return root.attribute("targetNamespace");
    }

    /** {@code {namespace}local} of a prefixed name in this file. */
    public String expand(String qName) {
        int colon = qName.indexOf(':');
        String prefix = colon < 0 ? "" : qName.substring(0, colon);
        String uri = prefixes.getOrDefault(prefix, colon < 0 ? namespace() : "");
        return "{" + uri + "}" + qName.substring(colon + 1);
    }

    public String origin(Element node) {
        return name + ":" + node.line();
    }

    /** The file that a relative schemaLocation in this one means, or null where it leaves the drawers. */
    public String locate(String schemaLocation) {
        return locate(name, schemaLocation);
    }

    public static String locate(String from, String schemaLocation) {
        if (schemaLocation.isEmpty() || schemaLocation.contains(":") || schemaLocation.startsWith("/")) {
            return null;
        }
        java.nio.file.Path path =
                java.nio.file.Path.of(from).resolveSibling(schemaLocation).normalize();
        String located = path.toString().replace('\\', '/');
        return located.startsWith(Drawers.XSD) ? located : null;
    }
}
