package org.customsgateway.mapping;

import java.util.List;

/** The files of a format do not make a mapping; with every fault that was found in them. */
public final class BrokenFormat extends Exception {

    private final transient List<Fault> faults;

    public BrokenFormat(List<Fault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    public BrokenFormat(String file, int line, String text) {
        this(List.of(new Fault(file, line, text)));
    }

    public List<Fault> faults() {
        return faults;
    }

    /** @param line 1-based, 0 where not known */
    public record Fault(String file, int line, String text) {}
}
