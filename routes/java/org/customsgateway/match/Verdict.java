package org.customsgateway.match;

import java.util.List;
import org.customsgateway.message.StatusCode;

/**
 * What the rules say of a trio.
 *
 * @param broken the hardest first
 */
public record Verdict(List<Rule> broken) {

    boolean rejects() {
        return !broken.isEmpty() && broken.get(0).action() == Action.REJECT;
    }

    /** What the order becomes, where a rule is broken. */
    StatusCode status() {
        return broken.get(0).status();
    }

    /** {@code matched}, {@code warned} or {@code held}: evidence for risk. */
    public String result() {
        if (broken.isEmpty()) {
            return "matched";
        }
        return broken.get(0).action() == Action.HOLD ? "held" : "warned";
    }

    /** The codes of the broken rules, the hardest first. */
    public List<String> codes() {
        return broken.stream().map(Rule::code).distinct().toList();
    }

    /** The names of the broken rules, the hardest first. */
    public List<String> rules() {
        return broken.stream().map(Rule::rule).toList();
    }
}
