package org.customsgateway.mapping.edifact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.SchemaElement;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.SegmentPlace;

/** One pass over an interchange: what is around its messages, which is checked here, and who is given their segments. */
final class Interchange {

    /** Takes the messages, each between its header and its trailer. */
    interface Messages {
        /** Before the first of them. */
        void start(Separators by, int version);

        void open(int place, Element interchange, ServiceSegment header, Segment segment, SegmentPlace at);

        void segment(Segment segment, SegmentPlace at);

        /** @param trailer null if it is missing */
        void close(Segment trailer, SegmentPlace at);

        void problem(int place, Problem problem);
    }

    private static final String SYNTAX = "[1-4]";

    private final SchemaElement schema;
    private final Messages messages;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> references = new HashSet<>();
    private ServiceSegment unb;
    private ServiceSegment ung;
    private Element root;
    private boolean ended;
    private int groups;
    private int count;
    private int loose;
    private int firstOfGroup;
    private String reference = "";
    private SegmentPlace at;
    private int segments;

    Interchange(SchemaElement schema, Messages messages) {
        this.schema = schema;
        this.messages = messages;
    }

    List<Problem> problems() {
        return problems;
    }

    /** The interchange with its header and, where there is one, that of the first group; null when there is no header. */
    Element root() {
        return root;
    }

    int messages() {
        return count;
    }

    void run(Segments in) throws IOException {
        if (!in.separators().sound()) {
            problem(
                    SyntaxFault.SERVICE_CHARACTER,
                    "UNA",
                    1,
                    1,
                    0,
                    0,
                    in.separators().una());
            return;
        }
        Segment last = null;
        for (Segment next = in.next(); next != null; next = in.next()) {
            last = next;
            if (unb == null && !next.tag().equals("UNB")) {
                problem(SyntaxFault.MISSING, "UNB", next.line(), next.column(), 0, 0, next.tag());
                return;
            }
            take(next);
            if (!next.ended()) {
                break;
            }
        }
        if (last == null) {
            problem(SyntaxFault.EMPTY, "UNB", 0, 0, 0, 0, "");
        } else if (!ended) {
            closeMessage(null);
            if (ung != null) {
                problem(SyntaxFault.MISSING, "UNE", last.line(), last.column(), 0, 0, "");
            }
            problem(SyntaxFault.MISSING, "UNZ", last.line(), last.column(), 0, 0, "");
        } else if (!last.ended()) {
            problem(SyntaxFault.MISSING, "UNZ", last.line(), last.column(), 0, 0, last.text());
        }
    }

    private void take(Segment next) {
        switch (next.tag()) {
            case "UNB" -> header(next);
            case "UNG" -> group(next);
            case "UNH" -> message(next);
            case "UNT" -> {
                if (at == null) {
                    outside(next);
                } else {
                    closeMessage(next);
                }
            }
            case "UNE" -> groupEnd(next);
            case "UNZ" -> end(next);
            default -> {
                if (at == null) {
                    outside(next);
                } else {
                    at = new SegmentPlace(at.message(), at.type(), ++segments, next.tag(), 0, 0);
                    messages.segment(next, at);
                }
            }
        }
    }

    private void header(Segment next) {
        if (unb != null) {
            outside(next);
            return;
        }
        root = new Element(Grammar.INTERCHANGE, null, next.line(), next.column());
        unb = service(next, root);
        root.add(unb.tree());
        faults(unb, next);
        String repertoire = unb.text("S001", "E0001");
        if (!repertoire.isEmpty() && !Repertoire.knows(repertoire)) {
            problem(SyntaxFault.VERSION, "UNB/S001/E0001", next.line(), next.column() + 4, 2, 1, repertoire);
        }
        String version = unb.text("S001", "E0002");
        if (!version.isEmpty() && !version.matches(SYNTAX)) {
            problem(SyntaxFault.VERSION, "UNB/S001/E0002", next.line(), next.column() + 9, 2, 2, version);
        }
        messages.start(next.by(), version.matches(SYNTAX) ? Integer.parseInt(version) : 3);
    }

    private void group(Segment next) {
        closeMessage(null);
        if (ended || ung != null) {
            outside(next);
            return;
        }
        ung = service(next, root);
        if (groups++ == 0) {
            root.add(ung.tree());
        }
        faults(ung, next);
        firstOfGroup = count + 1;
        if (loose > 0) {
            problem(SyntaxFault.MIXED, "UNG", next.line(), next.column(), 0, 0, "");
        }
    }

    private void message(Segment next) {
        closeMessage(null);
        count++;
        if (ended) {
            outside(next);
        }
        loose += ung == null ? 1 : 0;
        if (ung == null && groups > 0) {
            problem(SyntaxFault.MIXED, "Message[" + count + "]/UNH", next.line(), next.column(), 0, 0, "");
        }
        segments = 1;
        reference = next.value(1, 1);
        List<List<String>> elements = next.elements();
        String type = elements.size() < 2 ? "" : String.join(":", elements.get(1));
        at = new SegmentPlace(reference, type, 1, "UNH", 0, 0);
        Element interchange = new Element(Grammar.INTERCHANGE, null, root.line(), root.column());
        interchange.add(unb.tree());
        if (ung != null) {
            interchange.add(ung.tree());
        }
        Element message = new Element(Grammar.MESSAGE, interchange, next.line(), next.column());
        message.place(count);
        interchange.add(message);
        ServiceSegment unh = ServiceSegment.of(next, schema.at(List.of(Grammar.MESSAGE, "UNH")), message, at);
        message.add(unh.tree());
        if (count == 1) {
            root = interchange;
        }
        messages.open(count, interchange, unh, next, at);
        if (!reference.isEmpty() && !references.add(reference)) {
            messages.problem(count, inMessage(SyntaxFault.DUPLICATE, "UNH/E0062", next, 2, reference));
        }
    }

    private void closeMessage(Segment trailer) {
        if (at == null) {
            return;
        }
        at = new SegmentPlace(at.message(), at.type(), segments + (trailer == null ? 0 : 1), "UNT", 0, 0);
        if (trailer == null) {
            messages.problem(
                    count,
                    Faults.problem(
                            SyntaxFault.MISSING, new Pointer(path("Message[" + count + "]/UNT"), 0, 0, at), "", ""));
        } else {
            segments++;
            if (number(trailer.value(1, 1)) != segments) {
                messages.problem(count, inMessage(SyntaxFault.COUNT, "UNT/E0074", trailer, 2, trailer.value(1, 1)));
            }
            if (!trailer.value(2, 1).equals(reference)) {
                messages.problem(count, inMessage(SyntaxFault.REFERENCE, "UNT/E0062", trailer, 3, trailer.value(2, 1)));
            }
        }
        messages.close(trailer, at);
        at = null;
    }

    private void groupEnd(Segment next) {
        closeMessage(null);
        if (ung == null) {
            outside(next);
            return;
        }
        SegmentPlace place = new SegmentPlace("", "", 0, "UNE", 0, 0);
        if (number(next.value(1, 1)) != count - firstOfGroup + 1) {
            ofGroup(SyntaxFault.COUNT, "UNE/E0060", next, 2, next.value(1, 1));
        }
        if (!next.value(2, 1).equals(ung.text("E0048"))) {
            ofGroup(SyntaxFault.REFERENCE, "UNE/E0048", next, 3, next.value(2, 1));
        }
        if (firstOfGroup > count) {
            problem(SyntaxFault.EMPTY, "UNG", next.line(), next.column(), 0, 0, place.tag());
        }
        ung = null;
    }

    private void ofGroup(SyntaxFault kind, String path, Segment next, int element, String value) {
        for (int place = firstOfGroup; place <= count; place++) {
            messages.problem(place, around(kind, path, next, element, value));
        }
    }

    private void end(Segment next) {
        closeMessage(null);
        if (ended) {
            outside(next);
            return;
        }
        ended = true;
        if (ung != null) {
            problem(SyntaxFault.MISSING, "UNE", next.line(), next.column(), 0, 0, "");
        }
        if (number(next.value(1, 1)) != (groups > 0 ? groups : count)) {
            problems.add(around(SyntaxFault.COUNT, "UNZ/E0036", next, 2, next.value(1, 1)));
        }
        if (!next.value(2, 1).equals(unb.text("E0020"))) {
            problems.add(around(SyntaxFault.REFERENCE, "UNZ/E0020", next, 3, next.value(2, 1)));
        }
        if (count == 0) {
            problem(SyntaxFault.EMPTY, "UNZ", next.line(), next.column(), 0, 0, "");
        }
    }

    private static long number(String written) {
        return written.matches("\\d{1,10}") ? Long.parseLong(written) : -1;
    }

    private void outside(Segment next) {
        if (problems.size() < Faults.MOST) {
            problem(SyntaxFault.OUTSIDE, next.tag(), next.line(), next.column(), 0, 0, next.tag());
        }
    }

    private ServiceSegment service(Segment next, Element parent) {
        SegmentPlace place = new SegmentPlace("", "", 0, next.tag(), 0, 0);
        return ServiceSegment.of(next, schema.child(next.tag()), parent, place);
    }

    private void faults(ServiceSegment of, Segment next) {
        for (ServiceSegment.Fault fault : of.faults()) {
            String below = fault.at() == of.tree() ? "" : "/" + fault.at().name();
            if (fault.at().parent() != of.tree() && fault.at() != of.tree()) {
                below = "/" + fault.at().parent().name() + below;
            }
            String path = next.tag() + below + (fault.child().isEmpty() ? "" : "/" + fault.child());
            problem(
                    fault.kind(),
                    path,
                    fault.at().line(),
                    fault.at().column(),
                    fault.element(),
                    fault.component(),
                    fault.value());
        }
        if (next.strange() >= 0) {
            problem(SyntaxFault.CHARACTER, next.tag(), next.line(), next.columnAt(next.strange()), 0, 0, "");
        }
    }

    private Problem inMessage(SyntaxFault kind, String path, Segment segment, int element, String value) {
        SegmentPlace place = new SegmentPlace(at.message(), at.type(), segments, segment.tag(), element, 0);
        return Faults.problem(kind, pointer("Message[" + count + "]/" + path, segment, element, place), value, "");
    }

    private Problem around(SyntaxFault kind, String path, Segment segment, int element, String value) {
        SegmentPlace place = new SegmentPlace("", "", 0, segment.tag(), element, 0);
        return Faults.problem(kind, pointer(path, segment, element, place), value, "");
    }

    private static Pointer pointer(String path, Segment segment, int element, SegmentPlace place) {
        Places places = new Places();
        places.of(segment);
        return new Pointer(path(path), places.line(element - 1, 0), places.column(element - 1, 0), place);
    }

    private static String path(String below) {
        return Grammar.INTERCHANGE + "/" + below;
    }

    private void problem(
            SyntaxFault kind, String path, int line, int column, int element, int component, String value) {
        String tag = path.replaceFirst("^Message\\[\\d+]/", "");
        tag = tag.contains("/") ? tag.substring(0, tag.indexOf('/')) : tag;
        SegmentPlace place = new SegmentPlace("", "", 0, tag, element, component);
        problems.add(Faults.problem(kind, new Pointer(path(path), line, column, place), value, ""));
    }
}
