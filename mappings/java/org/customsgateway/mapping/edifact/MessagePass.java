package org.customsgateway.mapping.edifact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.ItemPath;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.SegmentPlace;

/** Reads the messages of one interchange: which are ours, what is wrong with each, and its items. */
final class MessagePass implements Interchange.Messages {

    /** StAEDI holds no longer element; the longest in the directories has 512 characters, the longest segment fits. */
    static final int LONGEST_SEGMENT = 4000;

    /** Whose directories ours are (0051). */
    private static final String AGENCY = "UN";

    private final EdifactSyntax syntax;
    private final Items items;
    private final IntFunction<List<Problem>> known;
    private MessageParser parser;
    private final Map<Integer, List<Problem>> problems = new TreeMap<>();
    private Element message;
    private Segment last;
    private boolean reading;
    private int current;

    /** @param known problems of a message, by its place, that its items bear */
    MessagePass(EdifactSyntax syntax, Items items, IntFunction<List<Problem>> known) {
        this.syntax = syntax;
        this.items = items;
        this.known = known;
    }

    @Override
    public void start(Separators by, int version) {
        parser = syntax.parsers().take(by, version);
    }

    /** After the last message. */
    void end() {
        if (parser != null) {
            syntax.parsers().giveBack(parser);
        }
        parser = null;
    }

    Map<Integer, List<Problem>> problems() {
        return problems;
    }

    @Override
    public void problem(int place, Problem problem) {
        List<Problem> of = problems.computeIfAbsent(place, any -> new ArrayList<>());
        if (of.size() < Faults.MOST) {
            of.add(problem);
        }
    }

    @Override
    public void open(int place, Element interchange, ServiceSegment header, Segment segment, SegmentPlace at) {
        current = place;
        message = header.tree().parent();
        last = segment;
        reading = true;
        ItemPath paths = new ItemPath(syntax.root(), interchange, 0);
        for (ServiceSegment.Fault fault : header.faults()) {
            problem(place, header(fault, paths, at));
            boolean type = fault.kind() == SyntaxFault.MISSING && fault.element() == 3 && fault.component() < 4;
            reading &= !type;
        }
        if (segment.strange() >= 0) {
            int[] in = segment.placeOf(segment.strange());
            String path = "Message[" + place + "]/UNH";
            problem(place, Around.problem(SyntaxFault.CHARACTER, path, segment, at, in[0] + 1, segment.text()));
        }
        String type = header.text("S009", "E0065");
        String release = header.text("S009", "E0052") + ":" + header.text("S009", "E0054");
        String agency = header.text("S009", "E0051");
        if (reading && !syntax.reads(type)) {
            unsupported(header, paths, at, "E0065", 1, type);
        } else if (reading && !syntax.reads(type, release)) {
            unsupported(header, paths, at, "E0054", 3, release);
        } else if (reading && !agency.isEmpty() && !agency.equals(AGENCY)) {
            unsupported(header, paths, at, "E0051", 4, agency);
        }
        if (reading) {
            items.start(interchange, message, segment, known.apply(place));
            String number = header.text("S009", "E0052");
            feed(() -> parser.begin(type, number, header.text("S009", "E0054")), at);
        }
    }

    private void unsupported(
            ServiceSegment header, ItemPath paths, SegmentPlace at, String name, int component, String value) {
        Element part = header.tree().children("S009").get(0).children(name).get(0);
        ServiceSegment.Fault fault = new ServiceSegment.Fault(SyntaxFault.UNSUPPORTED, part, "", 3, component, value);
        problem(current, header(fault, paths, at));
        reading = false;
    }

    private static Problem header(ServiceSegment.Fault fault, ItemPath paths, SegmentPlace at) {
        Pointer pointer = fault.child().isEmpty() ? paths.of(fault.at()) : paths.of(fault.at(), fault.child());
        SegmentPlace place = at.at(at.segment(), at.tag(), fault.element(), fault.component());
        Pointer exact = new Pointer(pointer.path(), pointer.line(), pointer.column(), place);
        return Faults.problem(fault.kind(), exact, fault.value(), "");
    }

    @Override
    public void segment(Segment segment, SegmentPlace at) {
        last = segment;
        if (!reading) {
            return;
        }
        boolean known = segment.tagged();
        if (!known || segment.text().length() > LONGEST_SEGMENT) {
            SyntaxFault kind = known ? SyntaxFault.LIMIT : SyntaxFault.MISPLACED;
            String tag = segment.tag().length() > 3 ? segment.tag().substring(0, 3) : segment.tag();
            items.fault(new Faults.Fault(
                    kind, items.tree().at(), tag, at, segment.line(), segment.column(), segment.text()));
            return;
        }
        items.tree().segment(segment, at, strange(segment, at));
        feed(() -> parser.segment(segment.parsable(), items.tree()::event), at);
    }

    private Faults.Fault strange(Segment segment, SegmentPlace at) {
        if (segment.strange() < 0) {
            return null;
        }
        int[] in = segment.placeOf(segment.strange());
        SegmentPlace place = at.at(at.segment(), at.tag(), in[0] + 1, in[1]);
        int line = segment.lineAt(segment.strange());
        return new Faults.Fault(
                SyntaxFault.CHARACTER, items.tree().at(), "", place, line, segment.columnAt(segment.strange()), "");
    }

    private void feed(MessageParser.Step step, SegmentPlace at) {
        try {
            step.take();
        } catch (MessageParser.Lost e) {
            reading = false;
            items.lost(new Faults.Fault(
                    SyntaxFault.UNSPECIFIED, items.tree().at(), at.tag(), at, last.line(), last.column(), ""));
            items.problems().forEach(problem -> problem(current, problem));
        }
    }

    @Override
    public void close(Segment trailer, SegmentPlace at) {
        if (!reading) {
            parser.drop();
            return;
        }
        items.tree().segment(trailer == null ? last : trailer, at, null);
        feed(() -> parser.end(items.tree()::event), at);
        if (reading) {
            items.end(message);
            items.problems().forEach(problem -> problem(current, problem));
        }
    }
}
