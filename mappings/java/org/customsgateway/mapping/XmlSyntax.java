package org.customsgateway.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** A format in XML. */
record XmlSyntax(FormatFile format, SchemaTree tree, XsdCheck check) implements Syntax {

    @Override
    public boolean recognises(InputStream firstBytes) throws IOException {
        try {
            XMLStreamReader2 in = SafeXml.reader(firstBytes, Limits.DEFAULT);
            while (!in.isStartElement()) {
                in.next();
            }
            return isRoot(in);
        } catch (XMLStreamException | java.util.NoSuchElementException e) {
            return false;
        }
    }

    boolean isRoot(XMLStreamReader2 in) {
        String namespace = in.getNamespaceURI() == null ? "" : in.getNamespaceURI();
        return format.roots().contains(in.getLocalName()) && format.namespace().equals(namespace);
    }

    @Override
    public Scan scan(InputStream raw, Limits limits) throws IOException {
        return new XmlScan(this, limits).run(raw);
    }

    @Override
    public void read(InputStream raw, Consumer<RawItem> items) throws IOException {
        new XmlRead(this, items).run(raw);
    }
}
