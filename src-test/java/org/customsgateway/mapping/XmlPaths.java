package org.customsgateway.mapping;

import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Which elements a document has: names from the root down, without namespaces and indexes; the root first. */
final class XmlPaths {

    private XmlPaths() {}

    static Set<String> of(byte[] xml) {
        Set<String> paths = new TreeSet<>();
        String path = "";
        try {
            XMLStreamReader2 in = SafeXml.reader(new ByteArrayInputStream(xml), Limits.DEFAULT);
            while (in.hasNext()) {
                int event = in.next();
                if (event == XMLStreamReader2.START_ELEMENT) {
                    path += "/" + in.getLocalName();
                    paths.add(path);
                } else if (event == XMLStreamReader2.END_ELEMENT) {
                    path = path.substring(0, path.lastIndexOf('/'));
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return paths;
    }
}
