package org.customsgateway.mapping.cargoimp;

import java.util.ArrayList;
import java.util.List;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Severity;

/** The problems of one block, no more of them than anybody reads. */
final class Faults {

    private static final int MOST = 100;

    private final List<Problem> problems = new ArrayList<>();

    void reject(String rule, Pointer pointer, String value, String text, String origin) {
        add(new Problem(rule, Severity.REJECT, pointer, "", value, text, origin));
    }

    void warn(String rule, Pointer pointer, String value, String text) {
        add(new Problem(rule, Severity.WARN, pointer, "", value, text, ""));
    }

    /** What rejects is never crowded out by what only warns. */
    private void add(Problem problem) {
        if (problems.size() < MOST) {
            problems.add(problem);
        } else if (problem.rejects() && problems.stream().noneMatch(Problem::rejects)) {
            problems.set(MOST - 1, problem);
        }
    }

    List<Problem> all() {
        return List.copyOf(problems);
    }
}
