package org.customsgateway.match;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the files of the match, all of it, each with file and line. */
final class Faults {

    private final List<String> found = new ArrayList<>();

    void add(String file, int line, String text) {
        found.add(file + ":" + line + ": " + text);
    }

    /** @throws IllegalArgumentException with all of them, if there are any */
    void end() {
        if (!found.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", found));
        }
    }
}
