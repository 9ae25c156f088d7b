package org.customsgateway.mapping.edifact;

import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.schema.EDISimpleType;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.EDIStreamValidationError;
import io.xlate.edi.stream.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.customsgateway.mapping.Element;
import org.customsgateway.message.SegmentPlace;

/** Makes a tree of what StAEDI tells of one segment after another, and says of each fault what it is a fault of. */
final class MessageTree {

    /** What is told about a tree as it grows. */
    interface Growth {
        /** A group is there, with nothing in it yet. */
        void opened(Element group);

        /** A group has all that is in it. */
        void closed(Element group);

        void fault(Faults.Fault fault);

        void element();
    }

    /** A number in all messages, though its representation is an..18 since D.96B. */
    private static final String MEASURE = "E6314";

    private static final Pattern OTHER_MARK = Pattern.compile("-?\\d*[.,]\\d*");

    private final Growth growth;
    private final BiConsumer<Element, String> missing;
    private final Places places = new Places();
    private final List<Faults.Fault> pending = new ArrayList<>();
    private Element at;
    private Element tree;
    private Element composite;
    private boolean kept;
    private Segment segment;
    private Segment before;
    private SegmentPlace place;
    private int line;
    private int column;

    /** @param missing told of a segment that is missing, with the group that was open when that was found out */
    MessageTree(Growth growth, BiConsumer<Element, String> missing) {
        this.growth = growth;
        this.missing = missing;
    }

    /** Starts below an element, the message. */
    void start(Element message, Segment header) {
        at = message;
        segment = header;
        pending.clear();
    }

    /** Where the tree goes on, after what is open was replaced by a copy. */
    void at(Element open) {
        at = open;
    }

    Element at() {
        return at;
    }

    /** @param strange a fault of the segment that is known before StAEDI sees it, or null */
    void segment(Segment next, SegmentPlace where, Faults.Fault strange) {
        before = segment;
        segment = next;
        place = where;
        tree = null;
        composite = null;
        places.of(next);
        pending.clear();
        if (strange != null) {
            pending.add(strange);
        }
    }

    void event(EDIStreamReader reader) {
        switch (reader.getEventType()) {
            case START_LOOP -> {
                Element group = new Element(reader.getReferenceCode(), at, segment.line(), segment.column());
                at.add(group);
                at = group;
                growth.opened(group);
            }
            case END_LOOP -> {
                Element group = at;
                growth.closed(group);
                at = group == at ? group.parent() : at;
            }
            case START_SEGMENT -> startSegment(reader);
            case END_SEGMENT -> flush();
            case START_COMPOSITE -> startComposite(reader);
            case END_COMPOSITE -> composite = null;
            case ELEMENT_DATA -> data(reader);
            case SEGMENT_ERROR -> segmentError(reader);
            case ELEMENT_OCCURRENCE_ERROR, ELEMENT_DATA_ERROR -> elementError(reader);
            default -> {
                // what is around messages
            }
        }
    }

    private void startSegment(EDIStreamReader reader) {
        if (reader.getSchemaTypeReference() == null) {
            return;
        }
        tree = new Element(reader.getReferenceCode(), at, segment.line(), segment.column());
        tree.segment(place);
        at.add(tree);
        growth.element();
    }

    private void startComposite(EDIStreamReader reader) {
        if (tree == null || reader.getSchemaTypeReference() == null) {
            return;
        }
        locate(reader.getLocation());
        composite = new Element(reader.getReferenceCode(), tree, line, column);
        kept = false;
        composite.position(reader.getLocation().getElementPosition() + 1);
    }

    private void data(EDIStreamReader reader) {
        EDIReference type = reader.getSchemaTypeReference();
        String text = segment.restored(reader.getText());
        if (tree == null || type == null || text.isEmpty()) {
            return;
        }
        Location location = reader.getLocation();
        locate(location);
        Element parent = composite == null ? tree : composite;
        Element leaf = new Element(reader.getReferenceCode(), parent, line, column);
        leaf.position(composite == null ? location.getElementPosition() + 1 : location.getComponentPosition());
        leaf.text(decimal(type) || leaf.name().equals(MEASURE) ? text.replace(',', '.') : text.strip());
        keep();
        parent.add(leaf);
        growth.element();
        if (location.getElementPosition() == 1 && location.getComponentPosition() <= 1) {
            tree.qualifier(leaf.text());
            if (at.children().get(0) == tree) {
                at.qualifier(leaf.text());
            }
        }
        int element = location.getElementPosition() + 1;
        int component = Math.max(location.getComponentPosition(), 0);
        if (decimal(type) && text.indexOf('E') >= 0) {
            // an exponent, which StAEDI knows from other syntaxes
            pending.add(new Faults.Fault(
                    SyntaxFault.TYPE,
                    leaf,
                    "",
                    place.at(place.segment(), place.tag(), element, component),
                    line,
                    column,
                    text));
        }
        pending.removeIf(fault -> {
            boolean here = fault.place().element() == element
                    && (fault.place().component() == component || fault.place().component() + component == 1);
            if (here) {
                growth.fault(
                        new Faults.Fault(fault.kind(), leaf, "", fault.place(), fault.line(), fault.column(), text));
            }
            return here;
        });
    }

    /** An empty composite is none; one with something in it, or that is at fault, is. */
    private void keep() {
        if (composite != null && !kept) {
            tree.add(composite);
            kept = true;
        }
    }

    private static boolean decimal(EDIReference type) {
        return type.getReferencedType() instanceof EDISimpleType simple
                && simple.getBase() == EDISimpleType.Base.DECIMAL;
    }

    private void segmentError(EDIStreamReader reader) {
        SyntaxFault kind = SyntaxFault.of(reader.getErrorType());
        String tag = reader.getText();
        if (kind == SyntaxFault.MISSING) {
            missing.accept(at, tag);
        } else {
            SegmentPlace here = place;
            growth.fault(new Faults.Fault(kind, at, segment.tag(), here, segment.line(), segment.column(), tag));
        }
    }

    /** A segment that is missing is where the one before it is (UCS 0096). */
    void missing(Element group, String path, String tag) {
        SegmentPlace last = place.at(place.segment() - 1, tag, 0, 0);
        growth.fault(new Faults.Fault(SyntaxFault.MISSING, group, path, last, before.line(), before.column(), ""));
    }

    private void elementError(EDIStreamReader reader) {
        EDIStreamValidationError error = reader.getErrorType();
        if (tree == null
                || error == EDIStreamValidationError.CONTROL_REFERENCE_MISMATCH
                || error == EDIStreamValidationError.CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT) {
            return;
        }
        SyntaxFault kind = SyntaxFault.of(error);
        EDIReference type = reader.getSchemaTypeReference();
        if (kind == SyntaxFault.TYPE && type != null && !decimal(type)) {
            kind = SyntaxFault.CHARACTER;
        } else if (kind == SyntaxFault.TYPE
                && OTHER_MARK.matcher(reader.getText()).matches()) {
            kind = SyntaxFault.DECIMAL;
        }
        Location location = reader.getLocation();
        locate(location);
        SegmentPlace here = place.at(
                place.segment(),
                place.tag(),
                location.getElementPosition() + 1,
                Math.max(location.getComponentPosition(), 0));
        Element parent = composite == null ? tree : composite;
        String name = type == null ? "" : reader.getReferenceCode();
        String text = segment.restored(reader.getText());
        if (kind == SyntaxFault.MISSING) {
            keep();
            growth.fault(new Faults.Fault(kind, parent, name, here, line, column, ""));
        } else if (kind == SyntaxFault.TOO_MANY || kind == SyntaxFault.SEGMENTS) {
            growth.fault(new Faults.Fault(kind, parent, "", here, line, column, text));
        } else {
            pending.add(new Faults.Fault(kind, parent, name, here, line, column, text));
        }
    }

    /** What could not be said of an element that came after all is said of the segment. */
    private void flush() {
        Element around = tree == null ? at : tree;
        String child = tree == null ? segment.tag() : "";
        pending.forEach(fault -> growth.fault(new Faults.Fault(
                fault.kind(), around, child, fault.place(), fault.line(), fault.column(), fault.value())));
        pending.clear();
    }

    private void locate(Location location) {
        line = places.line(location.getElementPosition(), location.getComponentPosition());
        column = places.column(location.getElementPosition(), location.getComponentPosition());
    }
}
