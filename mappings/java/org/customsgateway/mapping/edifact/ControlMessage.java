package org.customsgateway.mapping.edifact;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A CONTRL that a partner sent about one of our replies (versions 2:2, D:3 and 4:1). It is never answered (ISO 9735-4); one that
 * rejects must be seen by a person.
 *
 * @param reference 0020 of the interchange of ours that it is about
 * @param action 0083 of UCI: 4 and 6 reject, 7, 8 and the older ones acknowledge
 * @param error 0085 of UCI, or empty
 * @param rejected 0062 of each message of ours that it rejects
 */
public record ControlMessage(String reference, String action, String error, List<String> rejected) {

    private static final List<String> REJECTS = List.of("4", "6");

    /** Whether anything of ours was rejected. */
    public boolean rejects() {
        return REJECTS.contains(action) || !rejected.isEmpty();
    }

    @Override
    public String toString() {
        String all = "CONTRL " + action + (error.isEmpty() ? "" : ", error " + error);
        return rejected.isEmpty() ? all : all + ", rejects the messages " + String.join(", ", rejected);
    }

    /** Empty if it is no CONTRL, or says nothing about any interchange. */
    public static Optional<ControlMessage> read(InputStream raw) throws IOException {
        Segments segments = Segments.of(raw, MessagePass.LONGEST_SEGMENT);
        if (segments.header() == null) {
            return Optional.empty();
        }
        Segment answer = null;
        List<String> rejected = new ArrayList<>();
        for (Segment next = segments.next(); next != null; next = segments.next()) {
            if (next.tag().equals("UNH") && !next.value(2, 1).equals("CONTRL")) {
                return Optional.empty();
            } else if (next.tag().equals("UCI")) {
                answer = next;
            } else if (next.tag().equals("UCM")
                    && REJECTS.contains(next.value(3, 1))
                    && rejected.size() < Faults.MOST) {
                rejected.add(next.value(1, 1));
            }
        }
        return Optional.ofNullable(answer)
                .map(uci ->
                        new ControlMessage(uci.value(1, 1), uci.value(4, 1), uci.value(5, 1), List.copyOf(rejected)));
    }
}
