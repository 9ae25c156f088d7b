package org.customsgateway.mapping.edifact;

import java.util.ArrayList;
import java.util.List;

/** A segment of a reply, or a part of one, as the template wrote it: either a text or further parts. */
final class Node {

    private final String name;
    private final List<Node> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Node(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    List<Node> parts() {
        return parts;
    }

    void add(Node part) {
        parts.add(part);
    }

    void add(String more) {
        text.append(more);
    }

    String text() {
        return text.toString().strip();
    }

    /** The text at the end of a path of names, or empty. */
    String text(String... path) {
        Node at = this;
        for (String step : path) {
            at = at.parts.stream()
                    .filter(part -> part.name.equals(step))
                    .findFirst()
                    .orElse(null);
            if (at == null) {
                return "";
            }
        }
        return at.text();
    }
}
