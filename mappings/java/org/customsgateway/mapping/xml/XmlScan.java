package org.customsgateway.mapping.xml;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.customsgateway.mapping.CountedStream;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.ItemPath;
import org.customsgateway.mapping.Limits;
import org.customsgateway.mapping.RawItem;
import org.customsgateway.mapping.SafeXml;
import org.customsgateway.mapping.Scan;
import org.customsgateway.mapping.TreeBuilder;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Severity;

/**
 * The first pass over an XML interchange: is it whole, is it safe, is what stands around its items right. Of a small one it hands
 * the items over on the way, so that there need be no second.
 */
final class XmlScan {

    private static final int LONGEST_NAME = 1000;

    private final XmlSyntax syntax;
    private final Limits limits;
    private final TreeBuilder envelope = new TreeBuilder();
    private final Consumer<RawItem> sink;
    private final List<XsdFault> faults = new ArrayList<>();
    private final List<XsdFault> itemFaults = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private Element root;
    private boolean complete;
    private Element inItem;
    private boolean whole;
    private int items;
    private int depth;
    private int elements;
    private int envelopeElements;
    private long textLength;

    /** @param sink of the items, or null where they are only counted */
    XmlScan(XmlSyntax syntax, Limits limits, Consumer<RawItem> sink) {
        this.syntax = syntax;
        this.limits = limits;
        this.sink = sink;
    }

    Scan run(InputStream raw) throws IOException {
        CountedStream bytes = new CountedStream(raw, limits.bytes());
        XmlStart start = XmlStart.of(bytes);
        if (!start.problem().isEmpty()) {
            refuse(start.rule(), start.problem(), 1, 1);
            return result();
        }
        XsdWalk walk = syntax.check().borrow();
        XMLStreamReader2 in = null;
        try {
            ShortestForm form = new ShortestForm(start.bytes());
            in = SafeXml.reader(form, limits);
            if ("UTF-8".equals(in.getEncoding())) {
                form.isUtf8();
            }
            walk.start(this::fault);
            pass(in, walk);
            syntax.check().giveBack(walk);
        } catch (CharConversionException e) {
            unreadable(new XMLStreamException(e.getMessage(), e), in, bytes);
        } catch (XMLStreamException e) {
            bytes.rethrow();
            unreadable(e, in, bytes);
        } catch (Refused e) {
            refuse(
                    e.rule,
                    e.getMessage(),
                    in.getLocation().getLineNumber(),
                    in.getLocation().getColumnNumber());
        }
        return result();
    }

    private void fault(String message) {
        if (inItem == null || sink == null) {
            faults.add(XsdFault.of(inItem != null ? inItem : envelope.at(), message));
        } else if (itemFaults.size() < 2 * XsdProblems.MOST) {
            itemFaults.add(XsdFault.of(envelope.at(), message));
        }
    }

    private void pass(XMLStreamReader2 in, XsdWalk walk) throws XMLStreamException, Refused {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> open(in, walk);
                case XMLStreamConstants.END_ELEMENT -> close(in, walk);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text(in, walk);
                case XMLStreamConstants.DTD ->
                    throw new Refused(
                            "XML-DOCTYPE", "A document type (DOCTYPE) is not allowed: send the message without it.");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Refused("XML-ENTITY", "An entity reference is not allowed: write the text itself.");
                default -> {
                    // comments and processing instructions mean nothing to us
                }
            }
        }
        walk.end();
        complete = true;
    }

    private void open(XMLStreamReader2 in, XsdWalk walk) throws Refused {
        textLength = 0;
        depth++;
        names(in);
        if (inItem != null) {
            if (++elements > limits.itemElements()) {
                throw limit("more than " + limits.itemElements() + " elements in one item");
            }
            if (keeps()) {
                envelope.open(in);
            }
            if (sink != null) {
                walk.open(in);
            }
            return;
        }
        if (root == null && !syntax.isRoot(in)) {
            throw new Refused(
                    "XML-ROOT",
                    "The root element is '" + in.getLocalName() + "' in the namespace '" + in.getNamespaceURI()
                            + "', expected '"
                            + String.join("' or '", syntax.format().signs("root")) + "' in '"
                            + syntax.format().sign("namespace") + "'.");
        }
        if (++envelopeElements > limits.itemElements()) {
            throw limit("more than " + limits.itemElements() + " elements outside the items");
        }
        boolean item = in.getLocalName().equals(syntax.format().item());
        Element opened = envelope.open(in);
        root = root == null ? opened : root;
        if (item) {
            depth = 1;
            elements = 1;
            inItem = opened;
            whole = opened == root; // then there is no envelope, and what is said of the interchange is in the item
            if (++items > limits.items()) {
                throw limit("more than " + limits.items() + " items");
            }
            openItem(in, walk);
        } else {
            walk.open(in);
        }
    }

    /** Whether an item may stand here is a matter of the envelope, its attributes are one of the item. */
    private void openItem(XMLStreamReader2 in, XsdWalk walk) {
        if (sink == null) {
            int before = faults.size();
            walk.openBare(in);
            faults.subList(before, faults.size()).removeIf(fault -> !fault.ofContent());
        } else {
            walk.open(in);
            itemFaults.stream().filter(XsdFault::ofContent).forEach(faults::add);
            itemFaults.removeIf(XsdFault::ofContent);
        }
    }

    /** The parser has limits for all but names. */
    private static void names(XMLStreamReader2 in) throws Refused {
        int longest = in.getLocalName().length();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            longest = Math.max(longest, in.getAttributeLocalName(i).length());
        }
        if (longest > LONGEST_NAME) {
            throw limit("a name of more than " + LONGEST_NAME + " characters");
        }
    }

    private void close(XMLStreamReader2 in, XsdWalk walk) {
        textLength = 0;
        depth--;
        if (inItem != null && depth > 0) {
            envelope.settle();
            if (sink != null) {
                walk.close(in);
            }
            if (keeps()) {
                envelope.close();
            }
            return;
        }
        int before = faults.size();
        envelope.settle();
        walk.close(in);
        if (inItem != null) {
            faults.subList(before, faults.size()).clear();
            handOver();
        }
        Element closed = envelope.close();
        if (closed.parent() != null && (inItem != null || closed.spent())) {
            closed.parent().drop(closed); // neither an item nor what held items is kept
            envelopeElements--;
        }
        inItem = null;
    }

    /** Whether the tree of an item is needed. */
    private boolean keeps() {
        return sink != null || whole;
    }

    private void handOver() {
        if (sink != null) {
            ItemPath paths = new ItemPath(syntax.schema(root, inItem), inItem, items);
            sink.accept(new RawItem(items, inItem, root, XsdProblems.of(itemFaults, paths)));
            itemFaults.clear();
        }
    }

    private void text(XMLStreamReader2 in, XsdWalk walk) throws XMLStreamException, Refused {
        textLength += in.getTextLength();
        if (textLength > limits.text()) {
            throw limit("a text of more than " + limits.text() + " characters");
        }
        boolean outside = inItem == null && envelope.at() != null;
        if (outside || inItem != null && keeps()) {
            envelope.text(in);
        }
        if (outside || inItem != null && sink != null) {
            walk.text(in);
        }
    }

    private static Refused limit(String what) {
        return new Refused("XML-LIMIT", "The interchange has " + what + ": that is over the limit.");
    }

    private void unreadable(XMLStreamException e, XMLStreamReader2 in, CountedStream bytes) {
        Location at = e.getLocation() != null || in == null ? e.getLocation() : in.getLocation();
        int line = at == null ? 0 : at.getLineNumber();
        int column = at == null ? 0 : at.getColumnNumber();
        if (bytes.over()) {
            refuse("XML-LIMIT", "The interchange is larger than " + limits.bytes() + " bytes: split it.", 0, 0);
            return;
        }
        XmlStart.Words words = XmlStart.words(e);
        refuse(words.rule(), words.text(), line, column);
    }

    private void refuse(String rule, String text, int line, int column) {
        String path = root == null ? "/" : root.name();
        problems.add(new Problem(rule, Severity.REJECT, new Pointer(path, line, column), "", "", text, ""));
    }

    private Scan result() {
        if (complete && root != null) {
            problems.addAll(XsdProblems.of(faults, new ItemPath(syntax.tree().root(root.name()), root, 0)));
        }
        if (items == 0 && problems.isEmpty()) {
            refuse(
                    "XML-NO-ITEM",
                    "There is no '" + syntax.format().item() + "' in it: an interchange needs at least one.",
                    0,
                    0);
        }
        return Scan.of(syntax.format(), root, items, problems, Map.of());
    }

    /** Stops the pass: nothing after this place can be trusted. */
    private static final class Refused extends Exception {
        private final String rule;

        Refused(String rule, String text) {
            super(text, null, false, false);
            this.rule = rule;
        }
    }
}
