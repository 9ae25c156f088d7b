package org.customsgateway.mapping.edifact;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.SchemaElement;
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
    private static final SegmentPlace NOWHERE = new SegmentPlace("", "", 0, "", 0, 0);

    private final SchemaElement schema;
    private final Messages messages;
    private final Around around = new Around();
    private final int most;
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
            if (ung != null) {
                around.add(SyntaxFault.MISSING, "UNE", last, "");
            }
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
                    at = new SegmentPlace(at.message(), at.type(), ++segments, next.tag(), 0, 0);
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
        around.faults(unb, next);
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
        around.faults(ung, next);
        firstOfGroup = count + 1;
        // a message is known by its reference and that of its group
        references.clear();
        if (loose > 0) {
            around.add(SyntaxFault.MIXED, "UNG", next, "");
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
                    count, Around.problem(SyntaxFault.MISSING, "Message[" + count + "]/UNT", latest, at, 0, ""));
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
            around.outside(next);
            return;
        }
        if (number(next.value(1, 1)) != count - firstOfGroup + 1) {
            ofGroup(SyntaxFault.COUNT, "UNE/E0060", next, 2, next.value(1, 1));
        }
        if (!next.value(2, 1).equals(ung.text("E0048"))) {
            ofGroup(SyntaxFault.REFERENCE, "UNE/E0048", next, 3, next.value(2, 1));
        }
        if (firstOfGroup > count) {
            around.add(SyntaxFault.EMPTY, "UNG", next, "");
        }
        ung = null;
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
        if (ung != null) {
            around.add(SyntaxFault.MISSING, "UNE", next, "");
        }
        if (number(next.value(1, 1)) != (groups > 0 ? groups : count)) {
            around.add(of(SyntaxFault.COUNT, "UNZ/E0036", next, 2, next.value(1, 1)));
        }
        if (!next.value(2, 1).equals(unb.text("E0020"))) {
            around.add(of(SyntaxFault.REFERENCE, "UNZ/E0020", next, 3, next.value(2, 1)));
        }
        if (count == 0) {
            around.add(SyntaxFault.EMPTY, "UNZ", next, "");
        }
    }

    private static long number(String written) {
        return written.matches("\\d{1,10}") ? Long.parseLong(written) : -1;
    }

    private ServiceSegment service(Segment next, Element parent) {
        SegmentPlace place = new SegmentPlace("", "", 0, next.tag(), 0, 0);
        return ServiceSegment.of(next, schema.child(next.tag()), parent, place);
    }

    private Problem inMessage(SyntaxFault kind, String path, Segment segment, int element, String value) {
        return Around.problem(kind, "Message[" + count + "]/" + path, segment, at, element, value);
    }

    private static Problem of(SyntaxFault kind, String path, Segment segment, int element, String value) {
        return Around.problem(kind, path, segment, NOWHERE, element, value);
    }
}
