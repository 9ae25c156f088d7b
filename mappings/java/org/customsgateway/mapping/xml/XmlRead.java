package org.customsgateway.mapping.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.customsgateway.mapping.CountedStream;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.ItemPath;
import org.customsgateway.mapping.Limits;
import org.customsgateway.mapping.RawItem;
import org.customsgateway.mapping.SafeXml;
import org.customsgateway.mapping.TreeBuilder;

/**
 * The second pass over an XML interchange: tree and schema faults of each item from one parse. Its bytes have passed a scan,
 * so limits, envelope and well-formedness need no second look.
 */
final class XmlRead {

    private final XmlSyntax syntax;
    private final Consumer<RawItem> items;
    private final TreeBuilder tree = new TreeBuilder();
    private final List<XsdFault> faults = new ArrayList<>();
    private Element root;
    private Element item;
    private int sequence;

    XmlRead(XmlSyntax syntax, Consumer<RawItem> items) {
        this.syntax = syntax;
        this.items = items;
    }

    void run(InputStream raw) throws IOException {
        CountedStream bytes = new CountedStream(raw, Long.MAX_VALUE);
        XsdWalk walk = syntax.check().borrow();
        try {
            XMLStreamReader2 in = SafeXml.reader(bytes, Limits.NONE);
            walk.start(message -> {
                if (item != null && faults.size() < 2 * XsdProblems.MOST) {
                    faults.add(XsdFault.of(tree.at(), message));
                }
            });
            while (in.hasNext()) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> open(in, walk);
                    case XMLStreamConstants.END_ELEMENT -> close(in, walk);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (tree.at() != null) {
                            tree.text(in);
                            walk.text(in);
                        }
                    }
                    default -> {
                        // comments and processing instructions mean nothing to us
                    }
                }
            }
            walk.end();
            syntax.check().giveBack(walk);
        } catch (XMLStreamException e) {
            bytes.rethrow();
            throw new IllegalStateException("the interchange was not scanned, or changed since", e);
        }
    }

    private void open(XMLStreamReader2 in, XsdWalk walk) {
        Element opened = tree.open(in);
        root = root == null ? opened : root;
        if (item == null && opened.name().equals(syntax.format().item())) {
            item = opened;
            sequence++;
            walk.open(in);
            // whether an item may stand here was for the scan to say
            faults.removeIf(XsdFault::ofContent);
        } else {
            walk.open(in);
        }
    }

    private void close(XMLStreamReader2 in, XsdWalk walk) {
        // texts reach their element before its validator speaks of them
        Element closing = tree.at();
        tree.settle();
        walk.close(in);
        tree.close();
        if (closing == item) {
            ItemPath paths = new ItemPath(syntax.schema(root, item), item, sequence);
            items.accept(new RawItem(sequence, item, root, XsdProblems.of(faults, paths)));
            faults.clear();
            if (item.parent() != null) {
                item.parent().drop(item);
            }
            item = null;
        } else if (item == null && closing.spent() && closing.parent() != null) {
            closing.parent().drop(closing); // it held items: keeping such would grow with the interchange
        }
    }
}
