package org.customsgateway.mapping.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.customsgateway.mapping.BrokenFormat;
import org.customsgateway.mapping.Drawers;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.FormatFile;
import org.customsgateway.mapping.InvalidReply;
import org.customsgateway.mapping.ItemPath;
import org.customsgateway.mapping.Limits;
import org.customsgateway.mapping.RawItem;
import org.customsgateway.mapping.SafeXml;
import org.customsgateway.mapping.Scan;
import org.customsgateway.mapping.SchemaElement;
import org.customsgateway.mapping.Syntax;

/** A format in XML. */
public record XmlSyntax(FormatFile format, SchemaTree tree, XsdCheck check) implements Syntax {

    private static final Pattern START_TAG = Pattern.compile("<(?:[\\w.-]+:)?([A-Za-z_][\\w.-]*)");

    public static Syntax compile(FormatFile format, Drawers drawers) throws BrokenFormat {
        String file = Drawers.XSD + format.id() + "/" + format.schema();
        XmlSyntax syntax = new XmlSyntax(format, SchemaTree.read(drawers, file), XsdCheck.compile(drawers, file));
        if (format.readable() && format.signs("root").isEmpty()) {
            throw new BrokenFormat(format.file(), 0, "recognise.root is missing");
        }
        for (String name : format.signs("root")) {
            SchemaElement root = syntax.tree.root(name);
            if (root == null || !root.namespace().equals(format.sign("namespace"))) {
                throw new BrokenFormat(
                        format.file(),
                        0,
                        "the schema has no root '" + name + "' in '" + format.sign("namespace") + "'");
            }
        }
        return syntax;
    }

    @Override
    public Shape shape() {
        return tree;
    }

    @Override
    public SchemaElement root() {
        return format.readable() ? tree.root(format.sign("root")) : null;
    }

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

    /** No parser gets to its root, as when it is in another encoding than it claims; but the root is there, and the scan says what is wrong. */
    @Override
    public boolean resembles(InputStream firstBytes) throws IOException {
        // ASCII shows in every encoding in use, but for the zeros of the wide ones
        String seen = new String(firstBytes.readAllBytes(), StandardCharsets.ISO_8859_1).replace("\0", "");
        Matcher tag = START_TAG.matcher(seen);
        return tag.find() && format.signs("root").contains(tag.group(1)) && seen.contains(format.sign("namespace"));
    }

    /** What the schema says of an item at its place. */
    SchemaElement schema(Element root, Element item) {
        SchemaElement top = tree.root(root.name());
        return item == root ? top : new ItemPath(top, root, 0).schema(item);
    }

    boolean isRoot(XMLStreamReader2 in) {
        String namespace = in.getNamespaceURI() == null ? "" : in.getNamespaceURI();
        return format.signs("root").contains(in.getLocalName())
                && format.sign("namespace").equals(namespace);
    }

    @Override
    public Scan scan(InputStream raw, Limits limits) throws IOException {
        return new XmlScan(this, limits, null).run(raw);
    }

    @Override
    public Scan whole(byte[] raw, Limits limits, Consumer<RawItem> items) throws IOException {
        return new XmlScan(this, limits, items).run(new ByteArrayInputStream(raw));
    }

    @Override
    public void read(InputStream raw, Scan scan, Consumer<RawItem> items) throws IOException {
        new XmlRead(this, items).run(raw);
    }

    @Override
    public byte[] reply(byte[] xml) {
        String fault = check.firstFault(xml);
        if (!fault.isEmpty()) {
            throw new InvalidReply(fault);
        }
        return xml;
    }
}
