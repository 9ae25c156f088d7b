package org.customsgateway.mapping.edifact;

import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.customsgateway.mapping.Element;
import org.customsgateway.message.Problem;
import org.customsgateway.message.SegmentPlace;

/** Reads a reply that we wrote as we would read a partner's, and keeps the first thing that is wrong with it. */
final class ReplyCheck implements Interchange.Messages {

    private final Parsers parsers;
    private MessageParser parser;
    private String fault = "";

    private ReplyCheck(Parsers parsers) {
        this.parsers = parsers;
    }

    /** The first fault, or empty. */
    static String firstFault(byte[] reply, Grammar grammar, Parsers parsers) {
        var check = new ReplyCheck(parsers);
        var interchange = new Interchange(grammar.root(Grammar.INTERCHANGE), Integer.MAX_VALUE, check);
        try {
            interchange.run(Segments.of(new ByteArrayInputStream(reply), MessagePass.LONGEST_SEGMENT));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory", e);
        }
        interchange.problems().forEach(check::keep);
        if (check.parser != null) {
            parsers.giveBack(check.parser);
        }
        return check.fault;
    }

    @Override
    public void start(Separators by, int version) {
        parser = parsers.take(by, version);
    }

    @Override
    public void open(int place, Element interchange, ServiceSegment header, Segment segment, SegmentPlace at) {
        header.faults().stream()
                .findFirst()
                .ifPresent(wrong -> keep("%s in UNH, element %d, component %d"
                        .formatted(wrong.kind(), wrong.element(), wrong.component())));
        if (fault.isEmpty()) {
            read(() -> parser.begin(
                    header.text("S009", "E0065"), header.text("S009", "E0052"), header.text("S009", "E0054")));
        }
    }

    @Override
    public void segment(Segment segment, SegmentPlace at) {
        if (segment.text().length() > MessagePass.LONGEST_SEGMENT) {
            keep("segment %d, %s is longer than %d characters"
                    .formatted(at.segment(), at.tag(), MessagePass.LONGEST_SEGMENT));
        } else if (fault.isEmpty()) {
            read(() -> parser.segment(segment.parsable(), reader -> look(reader, at)));
        }
    }

    @Override
    public void close(Segment trailer, SegmentPlace at) {
        if (fault.isEmpty()) {
            read(() -> parser.end(reader -> look(reader, at)));
        }
        if (!fault.isEmpty()) {
            parser.drop();
        }
    }

    @Override
    public void problem(int place, Problem problem) {
        keep(problem);
    }

    private void look(EDIStreamReader reader, SegmentPlace at) {
        if (reader.getEventType().isError()) {
            Location in = reader.getLocation();
            keep("%s in segment %d, %s, element %d, component %d"
                    .formatted(
                            reader.getErrorType(),
                            at.segment(),
                            at.tag(),
                            in.getElementPosition(),
                            in.getComponentPosition()));
        }
    }

    private void read(MessageParser.Step step) {
        try {
            step.take();
        } catch (MessageParser.Lost e) {
            keep(String.valueOf(e.getMessage()));
        }
    }

    private void keep(Problem problem) {
        keep(problem.rule() + " at " + problem.pointer());
    }

    private void keep(String text) {
        fault = fault.isEmpty() ? text : fault;
    }
}
