package org.customsgateway.mapping.edifact;

import java.util.ArrayList;
import java.util.List;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.ItemPath;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.SegmentPlace;
import org.customsgateway.message.Severity;

/** Syntax faults that belong together, of an item or of a message, until it is known what they are told as. */
final class Faults {

    /** More than anybody reads; it keeps a hopeless message from filling the memory. */
    static final int MOST = 1000;

    /**
     * @param at the element itself, or what is around it where it is missing
     * @param child its name where it is missing, else empty
     * @param place as EDIFACT counts it
     */
    record Fault(SyntaxFault kind, Element at, String child, SegmentPlace place, int line, int column, String value) {}

    private final List<Fault> faults = new ArrayList<>();

    void add(Fault fault) {
        if (faults.size() < MOST) {
            faults.add(fault);
        }
    }

    /** Makes the faults of another its own. */
    void take(Faults other) {
        other.faults.forEach(this::add);
        other.clear();
    }

    void clear() {
        faults.clear();
    }

    List<Problem> problems(ItemPath paths, String origin) {
        List<Problem> problems = new ArrayList<>();
        for (Fault fault : faults) {
            String path = fault.child().isEmpty()
                    ? paths.of(fault.at()).path()
                    : paths.of(fault.at(), fault.child()).path();
            problems.add(problem(
                    fault.kind(),
                    new Pointer(path, fault.line(), fault.column(), fault.place()),
                    fault.value(),
                    origin));
        }
        return problems;
    }

    /** Of the interchange, which asks too much of us. */
    static Problem limit(String what) {
        String text = "The interchange has " + what + ": that is over the limit.";
        Pointer pointer = Pointer.path(Grammar.INTERCHANGE);
        return new Problem(SyntaxFault.LIMIT.rule(), Severity.REJECT, pointer, "", "", text, "");
    }

    static Problem problem(SyntaxFault kind, Pointer pointer, String value, String origin) {
        return new Problem(kind.rule(), Severity.REJECT, pointer, "", value, kind.text() + ".", origin);
    }
}
