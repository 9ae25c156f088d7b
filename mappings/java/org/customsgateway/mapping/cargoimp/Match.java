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
    private Last last;
    private String around = "";

    /** The value that was found last, and what it may be. */
    private record Last(String path, int from, int to, String expected) {}

    Match(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    List<Found> found() {
        return found;
    }

    /** @param expected what the value may be, for when more of it follows than it may have */
    void found(String name, int from, int to, String expected) {
        last = new Last(around + name, from, to, expected);
        found.add(new Found(name, from, to, List.of()));
    }

    /** Values are told as being in this group from now on; gives back what they were told as being in. */
    String enter(String group) {
        String before = around;
        around += group + "/";
        return before;
    }

    void leave(String before) {
        around = before;
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
                    ? new Failure(reached, last.from(), last.path(), last.expected())
                    : new Failure(reached, at, field.isEmpty() ? "" : around + field, expected);
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
