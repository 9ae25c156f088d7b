package org.customsgateway.mapping.cargoimp;

import java.util.ArrayList;
import java.util.List;

/** A form being held against a text: what was found so far, and where it went wrong the farthest on. */
final class Match {

    /** A value, or a group of values, and where in the text it stands. */
    record Found(String name, int from, int to, List<Found> inside) {}

    /**
     * Why a text is not in its form.
     *
     * @param at where the value begins that is wrong
     * @param field that is wrong, or empty
     * @param expected what should have stood there
     */
    record Failure(int reached, int at, String field, String expected) {}

    private final String text;
    private final List<Found> found = new ArrayList<>();
    private Failure failure;
    private Found last;

    Match(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    List<Found> found() {
        return found;
    }

    void found(String name, int from, int to) {
        last = new Found(name, from, to, List.of());
        found.add(last);
    }

    int mark() {
        return found.size();
    }

    void back(int mark) {
        found.subList(mark, found.size()).clear();
    }

    /** Puts what was found since the mark under one roof. */
    void wrap(String name, int mark, int from, int to) {
        List<Found> inside = List.copyOf(found.subList(mark, found.size()));
        back(mark);
        found.add(new Found(name, from, to, inside));
    }

    /** @param reached how far it was right: the failure that got farthest is the one to tell */
    int fail(int at, int reached, String field, String expected) {
        if (failure == null || reached > failure.reached()) {
            boolean behindValue = field.isEmpty() && last != null && last.to() == at && at < text.length();
            failure = behindValue
                    ? new Failure(reached, last.from(), last.name(), expected + " behind it")
                    : new Failure(reached, at, field, expected);
        }
        return -1;
    }

    /** The failure that got farthest, if any; it is forgotten. */
    Failure failure() {
        Failure taken = failure;
        failure = null;
        return taken;
    }
}
