package org.customsgateway.mapping.edifact;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.SchemaElement;
import org.customsgateway.message.FunctionalGroup;
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
    private final Around around = new Around();
    private final int most;
    private final Set<String> references = new HashSet<>();
    private ServiceSegment unb;
    private ServiceSegment ung;
    private FunctionalGroup group;
    private final Set<String> groupReferences = new HashSet<>();
    private Element root;
    private boolean ended;
    private int groups;
    private int count;
    private int loose;
    private int firstOfGroup;
    private String reference = "";
    private SegmentPlace at;
    private int segments;
    private Segment latest;

    /** @param most messages in one interchange */
    Interchange(SchemaElement schema, int most, Messages messages) {
        this.schema = schema;
        this.most = most;
        this.messages = messages;
    }

    List<Problem> problems() {
        return around.problems();
    }

    /** The interchange with its header and, where there is one, that of the first group; null when there is no header. */
    Element root() {
        return root;
    }

    void run(Segments in) throws IOException {
        if (!in.separators().sound()) {
            around.add(
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
                around.add(SyntaxFault.MISSING, "UNB", next, next.tag());
                return;
            }
            take(next);
            latest = next;
            if (!next.ended()) {
                break;
            }
        }
        if (last == null) {
            around.add(SyntaxFault.EMPTY, "UNB", 0, 0, 0, 0, "");
        } else if (!ended) {
            closeMessage(null);
            endOfGroupIsThere(last);
            around.add(SyntaxFault.MISSING, "UNZ", last, "");
        } else if (!last.ended()) {
            around.add(SyntaxFault.MISSING, "UNZ", last, last.text());
        }
    }

    private void take(Segment next) {
        switch (next.tag()) {
            case "UNB" -> header(next);
            case "UNG" -> group(next);
            case "UNH" -> message(next);
            case "UNT" -> {
                if (at == null) {
                    around.outside(next);
                } else {
                    closeMessage(next);
                }
            }
            case "UNE" -> groupEnd(next);
            case "UNZ" -> end(next);
            default -> {
                if (at == null) {
                    around.outside(next);
                } else {
                    at = at.at(++segments, next.tag(), 0, 0);
                    messages.segment(next, at);
                }
            }
        }
    }

    private void header(Segment next) {
        if (unb != null) {
            around.outside(next);
            return;
        }
        root = new Element(Grammar.INTERCHANGE, null, next.line(), next.column());
        unb = service(next, root);
        root.add(unb.tree());
        around.faults(unb, next, null);
        String repertoire = unb.text("S001", "E0001");
        if (!repertoire.isEmpty() && !Repertoire.knows(repertoire)) {
            around.add(SyntaxFault.VERSION, "UNB/S001/E0001", next.line(), next.column() + 4, 2, 1, repertoire);
        }
        String version = unb.text("S001", "E0002");
        if (!version.isEmpty() && !version.matches(SYNTAX)) {
            around.add(SyntaxFault.VERSION, "UNB/S001/E0002", next.line(), next.column() + 9, 2, 2, version);
        }
        messages.start(next.by(), version.matches(SYNTAX) ? Integer.parseInt(version) : 3);
    }

    private void group(Segment next) {
        closeMessage(null);
        if (ended || ung != null) {
            around.outside(next);
            return;
        }
        ung = service(next, root);
        if (groups++ == 0) {
            root.add(ung.tree());
        }
        group = new FunctionalGroup(
                ung.text("E0048"),
                ung.text("S006", "E0040"),
                ung.text("S006", "E0007"),
                ung.text("S007", "E0044"),
                ung.text("S007", "E0007"));
        around.faults(ung, next, group);
        firstOfGroup = count + 1;
        // a message is known by its reference and that of its group
        references.clear();
        if (loose > 0) {
            around.add(of(SyntaxFault.MIXED, "UNG", next, 0, ""));
        }
    }

    private void message(Segment next) {
        closeMessage(null);
        if (++count > most) {
            throw new Items.Over("more than " + most + " messages");
        }
        if (ended) {
            around.outside(next);
        }
        loose += ung == null ? 1 : 0;
        if (ung == null && groups > 0) {
            around.add(SyntaxFault.MIXED, "Message[" + count + "]/UNH", next, "");
        }
        segments = 1;
        reference = next.value(1, 1);
        List<List<String>> elements = next.elements();
        String type = elements.size() < 2 ? "" : String.join(":", elements.get(1));
        at = new SegmentPlace(reference, type, 1, "UNH", 0, 0, group);
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
        at = at.at(segments + (trailer == null ? 0 : 1), "UNT", 0, 0);
        if (trailer == null) {
            messages.problem(
                    count, Around.problem(SyntaxFault.MISSING, "Message[" + count + "]/UNT", latest, at, 0, ""));
        } else {
            segments++;
            for (Trailer.Fault fault : Trailer.faults(trailer, segments, reference)) {
                messages.problem(count, inMessage(fault.kind(), fault.path(), trailer, fault.element(), fault.value()));
            }
        }
        messages.close(trailer, at);
        at = null;
    }

    private void groupEnd(Segment next) {
        closeMessage(null);
        if (ung == null) {
            around.outside(next);
            return;
        }
        for (Trailer.Fault fault : Trailer.faults(next, count - firstOfGroup + 1L, group.reference())) {
            ofGroup(fault.kind(), fault.path(), next, fault.element(), fault.value());
        }
        if (!groupReferences.add(group.reference())) {
            ofGroup(SyntaxFault.DUPLICATE, "UNE/E0048", next, 3, group.reference());
        }
        if (firstOfGroup > count) {
            around.add(of(SyntaxFault.EMPTY, "UNG", next, 0, ""));
        }
        ung = null;
        group = null;
    }

    private void endOfGroupIsThere(Segment last) {
        if (ung != null) {
            around.add(of(SyntaxFault.MISSING, "UNE", last, 0, ""));
            group = null;
        }
    }

    private void ofGroup(SyntaxFault kind, String path, Segment next, int element, String value) {
        for (int place = firstOfGroup; place <= count; place++) {
            messages.problem(place, of(kind, path, next, element, value));
        }
    }

    private void end(Segment next) {
        closeMessage(null);
        if (ended) {
            around.outside(next);
            return;
        }
        ended = true;
        endOfGroupIsThere(next);
        for (Trailer.Fault fault : Trailer.faults(next, groups > 0 ? groups : count, unb.text("E0020"))) {
            around.add(of(fault.kind(), fault.path(), next, fault.element(), fault.value()));
        }
        if (count == 0) {
            around.add(SyntaxFault.EMPTY, "UNZ", next, "");
        }
    }

    private ServiceSegment service(Segment next, Element parent) {
        SegmentPlace place = new SegmentPlace("", "", 0, next.tag(), 0, 0);
        return ServiceSegment.of(next, schema.child(next.tag()), parent, place);
    }

    private Problem inMessage(SyntaxFault kind, String path, Segment segment, int element, String value) {
        return Around.problem(kind, "Message[" + count + "]/" + path, segment, at, element, value);
    }

    /** Outside of messages: of the group that is open, or of the interchange. */
    private Problem of(SyntaxFault kind, String path, Segment segment, int element, String value) {
        SegmentPlace outside = new SegmentPlace("", "", 0, "", 0, 0, group);
        return Around.problem(kind, path, segment, outside, element, value);
    }
}
