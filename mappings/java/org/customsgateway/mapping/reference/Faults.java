package org.customsgateway.mapping.reference;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the files of one set: the first hundred, each with file and line. */
final class Faults {

    private static final int ENOUGH = 100;

    private final String set;
    private final List<ReferenceFault> found = new ArrayList<>();

    Faults(String set) {
        this.set = set;
    }

    void add(String file, int line, String text) {
        if (!full()) {
            found.add(new ReferenceFault(set, file, line, text));
        }
    }

    /** A file that is wrong from end to end need not be read to its end. */
    boolean full() {
        return found.size() >= ENOUGH;
    }

    List<ReferenceFault> all() {
        return List.copyOf(found);
    }
}
