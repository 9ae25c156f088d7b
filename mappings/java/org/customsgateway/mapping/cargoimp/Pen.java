package org.customsgateway.mapping.cargoimp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.customsgateway.mapping.Element;

/** Writes one line: where its values come from, and what stands there so far. */
final class Pen {

    private final StringBuilder line;
    private final Element from;
    private final Map<String, Integer> taken = new HashMap<>();

    Pen(Element from, String start) {
        this(from, new StringBuilder(start));
    }

    private Pen(Element from, StringBuilder line) {
        this.from = from;
        this.line = line;
    }

    void put(String text) {
        line.append(text);
    }

    /** The next value of this name that was not written yet, or empty. */
    String take(String name) {
        Element next = next(name);
        return next == null ? "" : next.text();
    }

    /** Writes a group from the next element of its name. */
    boolean into(String name, Part part) {
        Element next = next(name);
        return next != null && part.write(new Pen(next, line));
    }

    /** How many elements of this name were written. */
    int taken(String name) {
        return taken.getOrDefault(name, 0);
    }

    private Element next(String name) {
        List<Element> all = from.children(name);
        int place = taken.getOrDefault(name, 0);
        taken.put(name, place + 1);
        return place < all.size() ? all.get(place) : null;
    }

    int mark() {
        return line.length();
    }

    void back(int mark) {
        line.setLength(mark);
    }

    String line() {
        return line.toString();
    }
}
