package org.customsgateway.match;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.customsgateway.journal.Leg;
import org.customsgateway.message.LegKind;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Severity;

/** The rules of the match with their limits, as their files were at one moment. */
public final class Rules {

    private final List<Rule> rules;
    private final LimitTable limits;

    Rules(List<Rule> rules, LimitTable limits) {
        this.rules = List.copyOf(rules);
        this.limits = limits;
    }

    /**
     * The rules that these legs of one order break, the hardest first.
     *
     * @param refused whether the quality of their declaration is too bad
     */
    List<Rule> broken(Map<LegKind, Map<String, String>> legs, BigDecimal yearSum, boolean refused) {
        LimitTable.Row row = row(legs.getOrDefault(LegKind.ORDER, Map.of()));
        List<Rule> broken = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.broken(legs, row, yearSum) || refused && rule.operator() == Operator.QUALITY) {
                broken.add(rule);
            }
        }
        broken.sort(Comparator.comparing(Rule::action).reversed());
        return broken;
    }

    /** So many days after its release goods of this order may go back and lessen what it counts for in the year; null where they never do. */
    public BigDecimal daysToReturn(Map<String, String> order) {
        return row(order).value("returned");
    }

    private LimitTable.Row row(Map<String, String> order) {
        return limits.row(order.getOrDefault("country", ""), order.getOrDefault("currency", ""));
    }

    /** The one rule of this kind that compares nothing. */
    Rule only(Operator operator) {
        return rules.stream()
                .filter(rule -> rule.operator() == operator)
                .findFirst()
                .orElseThrow();
    }

    /** What a leg is told of a broken rule: with its own value, never with that of another firm's. */
    static Problem problem(Rule rule, Leg leg, String more) {
        String value = rule.of().stream()
                .filter(name -> name.leg() == leg.kind() && !name.name().startsWith("person"))
                .map(name -> leg.facts().getOrDefault(name.name(), ""))
                .findFirst()
                .orElse("");
        return new Problem(
                rule.rule(),
                rule.action() == Action.REJECT ? Severity.REJECT : Severity.WARN,
                leg.pointer(),
                "",
                value,
                rule.text() + more,
                rule.origin());
    }
}
