package org.customsgateway.mapping;

import java.util.ArrayList;
import java.util.List;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.SegmentPlace;

/**
 * Says where an element of a tree is, in the words of its format, with indexes wherever an element may repeat. A slash or a tilde in a
 * name, which JSON allows, is written as in a JSON pointer (RFC 6901, 3).
 */
public final class ItemPath {

    private final SchemaElement schema;
    private final Element root;
    private final String prefix;

    /**
     * @param root element that the tree below is told from, the item or the envelope
     * @param sequence of the item; 0 for the envelope
     */
    public ItemPath(SchemaElement schema, Element root, int sequence) {
        this.schema = schema;
        this.root = root;
        this.prefix = sequence == 0 ? root.name() : root.name() + "[" + sequence + "]";
    }

    public Pointer of(Element element) {
        return new Pointer(path(element), element.line(), element.column(), place(element));
    }

    /** Of a member that is not there, whatever its name is. */
    public Pointer ofMember(Element element, String name) {
        return of(element, written(name));
    }

    /** Of something that is not there, or of an attribute. */
    public Pointer of(Element element, String child) {
        return new Pointer(path(element) + "/" + child, element.line(), element.column(), place(element));
    }

    /** As EDIFACT counts it; null in other formats. A group is where its first segment is. */
    private static SegmentPlace place(Element element) {
        Element at = element;
        int position = 0;
        int component = 0;
        while (at != null && at.segment() == null) {
            component = position;
            position = at.position();
            at = at.parent();
        }
        if (at == null) {
            return element.children().isEmpty()
                    ? null
                    : place(element.children().get(0));
        }
        SegmentPlace segment = at.segment();
        return segment.at(segment.segment(), segment.tag(), position, component);
    }

    private String path(Element element) {
        List<Element> chain = chain(element);
        StringBuilder path = new StringBuilder(prefix);
        SchemaElement at = schema;
        for (Element step : chain) {
            at = at == null ? null : at.child(step.name());
            path.append('/').append(written(step.name()));
            boolean repeats = at != null && at.repeats();
            if (repeats || step.parent().children(step.name()).size() > 1) {
                path.append('[').append(step.index()).append(']');
            }
        }
        return path.toString();
    }

    private static String written(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** The schema's view of an element, or null where the schema has none such. */
    public SchemaElement schema(Element element) {
        SchemaElement at = schema;
        for (Element step : chain(element)) {
            at = at == null ? null : at.child(step.name());
        }
        return at;
    }

    private List<Element> chain(Element element) {
        List<Element> chain = new ArrayList<>();
        // up to the root, or to a twin of it
        for (Element e = element; e != null && e != root && (e == element || e.parent() != null); e = e.parent()) {
            chain.add(0, e);
        }
        return chain;
    }
}
