package org.customsgateway.connector;

import java.util.ArrayList;
import java.util.List;

/** Collects the faults of one file. */
final class PartnerFaults {

    static final String WHOLE_FILE = "(file)";

    private final String file;
    private final List<PartnerFault> all = new ArrayList<>();

    PartnerFaults(String file) {
        this.file = file;
    }

    void add(int line, String key, String text) {
        all.add(new PartnerFault(file, line, key, text));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<PartnerFault> all() {
        return List.copyOf(all);
    }
}
