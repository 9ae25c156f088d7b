package org.customsgateway.mapping.edifact;

import java.util.ArrayList;
import java.util.List;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.SchemaElement;
import org.customsgateway.mapping.SchemaText;
import org.customsgateway.message.SegmentPlace;

/**
 * A service segment (UNB, UNG, UNH, UNT, UNE, UNZ) as a tree, with its faults: StAEDI does not see these.
 *
 * @param tree the segment
 * @param faults each with what it is about
 */
record ServiceSegment(Element tree, List<Fault> faults) {

    /** @param child name of what is missing below {@code at}, or empty */
    record Fault(SyntaxFault kind, Element at, String child, int element, int component, String value) {}

    static ServiceSegment of(Segment segment, SchemaElement schema, Element parent, SegmentPlace place) {
        Places places = new Places();
        places.of(segment);
        Element tree = new Element(schema.name(), parent, segment.line(), segment.column());
        tree.segment(place);
        List<Fault> faults = new ArrayList<>();
        List<SchemaElement> wanted = schema.content().children();
        List<List<String>> found = segment.elements();
        for (int i = 0; i < wanted.size(); i++) {
            SchemaElement part = wanted.get(i);
            List<String> values = i < found.size() ? found.get(i) : List.of();
            if (values.stream().allMatch(String::isEmpty)) {
                if (part.least() > 0) {
                    faults.add(new Fault(SyntaxFault.MISSING, tree, part.name(), i + 2, 0, ""));
                }
                continue;
            }
            Element child = new Element(part.name(), tree, places.line(i + 1, 1), places.column(i + 1, 1));
            child.position(i + 2);
            tree.add(child);
            List<SchemaElement> components = part.content().children();
            if (components.isEmpty()) {
                value(child, part, values.get(0), i + 2, 0, faults);
            }
            for (int c = 0; c < components.size(); c++) {
                SchemaElement component = components.get(c);
                String value = c < values.size() ? values.get(c) : "";
                if (!value.isEmpty()) {
                    Element leaf = new Element(
                            component.name(), child, places.line(i + 1, c + 1), places.column(i + 1, c + 1));
                    leaf.position(c + 1);
                    child.add(leaf);
                    value(leaf, component, value, i + 2, c + 1, faults);
                } else if (component.least() > 0) {
                    faults.add(new Fault(SyntaxFault.MISSING, child, component.name(), i + 2, c + 1, ""));
                }
            }
            if (values.size() > Math.max(components.size(), 1)) {
                faults.add(new Fault(SyntaxFault.TOO_MANY, child, "", i + 2, Math.max(components.size(), 1) + 1, ""));
            }
        }
        if (found.size() > wanted.size()) {
            faults.add(new Fault(SyntaxFault.TOO_MANY, tree, "", wanted.size() + 2, 0, ""));
        }
        return new ServiceSegment(tree, faults);
    }

    private static void value(
            Element at, SchemaElement schema, String value, int element, int component, List<Fault> faults) {
        at.text(value);
        SchemaText text = schema.content().text();
        int length = value.codePointCount(0, value.length());
        if (text.base().equals("decimal") && !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            faults.add(new Fault(SyntaxFault.TYPE, at, "", element, component, value));
        } else if (length > Integer.parseInt(text.facets().get("maxLength"))) {
            faults.add(new Fault(SyntaxFault.LONG, at, "", element, component, value));
        } else if (length < Integer.parseInt(text.facets().get("minLength"))) {
            faults.add(new Fault(SyntaxFault.SHORT, at, "", element, component, value));
        }
    }

    /** Text at a path of names below the segment, or empty. */
    String text(String... path) {
        return tree.textAt(path);
    }
}
