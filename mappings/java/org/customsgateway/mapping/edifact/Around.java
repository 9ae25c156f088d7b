package org.customsgateway.mapping.edifact;

import java.util.ArrayList;
import java.util.List;
import org.customsgateway.message.FunctionalGroup;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.SegmentPlace;

/** Faults of what is around messages, in the words of the tree. */
final class Around {

    private final List<Problem> problems = new ArrayList<>();

    List<Problem> problems() {
        return problems;
    }

    void add(Problem problem) {
        if (problems.size() < Faults.MOST) {
            problems.add(problem);
        }
    }

    /** Of the interchange, at the start of a segment or where one is missing. */
    void add(SyntaxFault kind, String path, Segment at, String value) {
        add(kind, path, at.line(), at.column(), 0, 0, value);
    }

    void add(SyntaxFault kind, String path, int line, int column, int element, int component, String value) {
        add(kind, path, line, column, new SegmentPlace("", "", 0, tag(path), element, component), value);
    }

    private void add(SyntaxFault kind, String path, int line, int column, SegmentPlace place, String value) {
        add(Faults.problem(kind, new Pointer(path(path), line, column, place), value, ""));
    }

    void outside(Segment segment) {
        add(SyntaxFault.OUTSIDE, segment.tag(), segment, segment.tag());
    }

    /**
     * All that is wrong with a header of the interchange or of a group.
     *
     * @param group the latter, else null
     */
    void faults(ServiceSegment of, Segment segment, FunctionalGroup group) {
        SegmentPlace place = new SegmentPlace("", "", 0, segment.tag(), 0, 0, group);
        for (ServiceSegment.Fault fault : of.faults()) {
            String below = fault.at() == of.tree() ? "" : "/" + fault.at().name();
            if (fault.at().parent() != of.tree() && fault.at() != of.tree()) {
                below = "/" + fault.at().parent().name() + below;
            }
            String path = segment.tag() + below + (fault.child().isEmpty() ? "" : "/" + fault.child());
            int line = fault.at().line();
            int column = fault.at().column();
            SegmentPlace exact = place.at(0, segment.tag(), fault.element(), fault.component());
            add(fault.kind(), path, line, column, exact, fault.value());
        }
        if (segment.strange() >= 0) {
            int[] at = segment.placeOf(segment.strange());
            int line = segment.lineAt(segment.strange());
            int column = segment.columnAt(segment.strange());
            add(SyntaxFault.CHARACTER, segment.tag(), line, column, place.at(0, segment.tag(), at[0] + 1, at[1]), "");
        }
    }

    /** @param place of the segment; {@code element} as EDIFACT counts it */
    static Problem problem(
            SyntaxFault kind, String path, Segment segment, SegmentPlace place, int element, String value) {
        Places places = new Places();
        places.of(segment);
        SegmentPlace exact = place.at(place.segment(), tag(path), element, 0);
        Pointer pointer = new Pointer(
                path(path),
                places.line(Math.max(element - 1, 0), 0),
                places.column(Math.max(element - 1, 0), 0),
                exact);
        return Faults.problem(kind, pointer, value, "");
    }

    private static String tag(String path) {
        String tag = path.replaceFirst("^Message\\[\\d+]/", "");
        return tag.contains("/") ? tag.substring(0, tag.indexOf('/')) : tag;
    }

    private static String path(String below) {
        return Grammar.INTERCHANGE + "/" + below;
    }
}
