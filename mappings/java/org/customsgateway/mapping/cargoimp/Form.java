package org.customsgateway.mapping.cargoimp;

import java.util.ArrayList;
import java.util.List;

/**
 * How one line is written, as the grammar says it.
 *
 * @param parts of the line in their order, what follows its identifier
 */
record Form(List<Part> parts) {

    /** What came of holding it against a text: all values that could be read, and every fault. */
    record Reading(List<Match.Found> found, List<Match.Failure> failures) {
        boolean whole() {
            return failures.isEmpty();
        }

        /** How far the text was right. */
        int reached() {
            return failures.isEmpty() ? Integer.MAX_VALUE : failures.get(0).reached();
        }
    }

    /** Begins anew at the next slant after a fault, so that one bad value does not hide the others. */
    Reading read(String text, int from) {
        Match match = new Match(text);
        List<Match.Failure> failures = new ArrayList<>();
        int at = from;
        int part = 0;
        while (part < parts.size()) {
            int next = parts.get(part).match(match, at);
            if (next >= 0) {
                at = next;
                part++;
                continue;
            }
            Match.Failure failure = match.failure();
            failures.add(failure == null ? new Match.Failure(at, at, "", "something is missing") : failure);
            part = nextSlant(part, text, at);
            at = text.indexOf('/', at);
            if (part < 0 || at < 0) {
                return new Reading(match.found(), failures);
            }
        }
        if (at < text.length()) {
            Match.Failure farthest = match.failure();
            failures.add(
                    farthest != null && farthest.reached() >= at
                            ? farthest
                            : new Match.Failure(at, at, "", "nothing more belongs on this line"));
        }
        if (failures.isEmpty() && text.endsWith("/")) {
            int end = text.length();
            failures.add(new Match.Failure(end, end, "", "the line breaks off behind a slant"));
        }
        return new Reading(match.found(), failures);
    }

    private int nextSlant(int failed, String text, int at) {
        boolean atSlant = at < text.length() && text.charAt(at) == '/';
        for (int i = atSlant ? failed + 1 : failed; i < parts.size(); i++) {
            if (parts.get(i) instanceof Part.Literal literal && literal.slanted()) {
                return i;
            }
        }
        return -1;
    }

    /** Whether its lines begin with a slant, in some way. */
    boolean slanted() {
        return !parts.isEmpty() && parts.get(0).slanted();
    }

    List<Part.Named> named() {
        List<Part.Named> named = new ArrayList<>();
        parts.forEach(part -> part.collect(named, false, false));
        return named;
    }
}
