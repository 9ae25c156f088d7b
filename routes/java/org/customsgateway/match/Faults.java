package org.customsgateway.match;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What is wrong with the files of the match, all of it, each with file and line. */
final class Faults {

    private final List<String> found = new ArrayList<>();

    void add(String file, int line, String text) {
        found.add(file + ":" + line + ": " + text);
    }

    /** What is read, or else what is used until the faults in it are told. */
    <T> T of(Supplier<T> reading, T otherwise) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            found.add(e.getMessage());
            return otherwise;
        }
    }

    /** @throws IllegalArgumentException with all of them, if there are any */
    void end() {
        if (!found.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", found));
        }
    }
}
