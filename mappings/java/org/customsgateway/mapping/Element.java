package org.customsgateway.mapping;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.customsgateway.message.SegmentPlace;

/**
 * A piece of a sender's message as a tree, whatever its syntax was; and the same as a template sees it: text, children by
 * local name, attributes by {@code @name}, a sequence of one. What is not there is {@link Absent}, never an error.
 */
public final class Element
        implements TemplateScalarModel, TemplateSequenceModel, TemplateHashModel, TemplateBooleanModel {

    static final String[] NO_ATTRIBUTES = {};

    private final String name;
    private final Element parent;
    private final int line;
    private final int column;
    private String text = "";
    private boolean spent;
    private int place;
    private Map<String, Integer> dropped = Map.of();
    private String qualifier = "";
    private SegmentPlace segment;
    private int position;
    private String[] attributes = NO_ATTRIBUTES;
    private List<Element> children = List.of();

    public Element(String name, Element parent, int line, int column) {
        this.name = name;
        this.parent = parent;
        this.line = line;
        this.column = column;
    }

    public String name() {
        return name;
    }

    public Element parent() {
        return parent;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    /** Trimmed; of this element alone. */
    public String text() {
        return text;
    }

    public List<Element> children() {
        return children;
    }

    /** Names and values in turn. */
    public String[] attributes() {
        return attributes;
    }

    public void text(String found) {
        text = found;
    }

    /** What tells it apart from others of its name, in EDIFACT: a template asks for {@code item.NAD["CN"]}. */
    public void qualifier(String found) {
        qualifier = found;
    }

    /** Where it is in an EDIFACT message, for a segment; null for what is around segments or in them. */
    SegmentPlace segment() {
        return segment;
    }

    public void segment(SegmentPlace found) {
        segment = found;
    }

    /** Place among the data elements of its segment, the tag being 1, or among the components of its composite, from 1. */
    int position() {
        return position;
    }

    public void position(int found) {
        position = found;
    }

    /** Says which of its name it is, where those before it are not in this tree. */
    public void place(int found) {
        place = found;
    }

    /** The same place in another tree, with the same children: they are shared, and what comes to one does not come to the other. */
    public Element twin(Element below) {
        Element twin = new Element(name, below, line, column);
        twin.place = place > 0 ? place : index();
        twin.dropped = dropped.isEmpty() ? dropped : new HashMap<>(dropped);
        twin.children = new ArrayList<>(children);
        return twin;
    }

    void attributes(String[] found) {
        attributes = found;
    }

    public void add(Element child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(8);
        }
        children.add(child);
    }

    /** Only these, in this order, from now on. */
    public void children(List<Element> others) {
        children = new ArrayList<>(others);
    }

    /** Takes a child out again, which keeps its place: its index and that of those after it stay what they were. */
    public void drop(Element child) {
        child.place = child.index();
        if (dropped.isEmpty()) {
            dropped = new HashMap<>();
        }
        dropped.merge(child.name, 1, Integer::sum);
        children.remove(child);
        spent = true;
    }

    /** Whether something was taken out of it. */
    public boolean spent() {
        return spent;
    }

    public String attribute(String attributeName) {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i].equals(attributeName)) {
                return attributes[i + 1];
            }
        }
        return "";
    }

    /** No text, no attributes, and nothing below that has any. */
    public boolean blank() {
        if (!text.isEmpty() || attributes.length > 0) {
            return false;
        }
        for (Element child : children) {
            if (!child.blank()) {
                return false;
            }
        }
        return true;
    }

    public List<Element> children(String childName) {
        List<Element> found = new ArrayList<>();
        for (Element child : children) {
            if (child.name.equals(childName)) {
                found.add(child);
            }
        }
        if (found.isEmpty() && is(childName)) {
            found.add(this);
        }
        return found;
    }

    /** Text of the first at the end of a path of names below it, or empty. */
    public String textAt(String... path) {
        Element at = this;
        for (String step : path) {
            List<Element> found = at.children(step);
            if (found.isEmpty()) {
                return "";
            }
            at = found.get(0);
        }
        return at.text;
    }

    /** Whether this is its qualifier. */
    public boolean is(String wanted) {
        return !qualifier.isEmpty() && qualifier.equals(wanted);
    }

    /** How many of this name there are, with those taken out again. */
    public int count(String childName) {
        int count = dropped.getOrDefault(childName, 0);
        for (Element child : children) {
            count += child.name.equals(childName) ? 1 : 0;
        }
        return count;
    }

    /** How many before this one under its parent bear its name, plus one. */
    int index() {
        if (place > 0) {
            return place;
        }
        int index = 1;
        if (parent != null) {
            index += parent.dropped.getOrDefault(name, 0);
            for (Element sibling : parent.children) {
                if (sibling == this) {
                    break;
                }
                if (sibling.name.equals(name)) {
                    index++;
                }
            }
        }
        return index;
    }

    @Override
    public TemplateModel get(String key) {
        if (key.startsWith("@")) {
            String value = attribute(key.substring(1));
            return value.isEmpty() ? Absent.ABSENT : new SimpleScalar(value);
        }
        Element first = null;
        for (int i = 0; i < children.size(); i++) {
            Element child = children.get(i);
            if (child.name.equals(key)) {
                if (first != null) {
                    return new Elements(children(key));
                }
                first = child;
            }
        }
        if (first == null) {
            return is(key) ? this : Absent.ABSENT;
        }
        return first.blank() ? Absent.ABSENT : first;
    }

    @Override
    public TemplateModel get(int index) {
        return index == 0 ? this : Absent.ABSENT;
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public String getAsString() {
        return text;
    }

    @Override
    public boolean getAsBoolean() {
        return !blank();
    }
}
