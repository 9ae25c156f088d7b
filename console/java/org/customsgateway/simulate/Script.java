package org.customsgateway.simulate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** How the simulated back-ends behave: per back-end, or kind of back-ends, a list of rules, of which the first that matches answers. */
public final class Script {

    private final Map<String, List<Rule>> rules;

    /** @param rules by the name of a back-end, or a kind of them */
    Script(Map<String, List<Rule>> rules) {
        this.rules = Map.copyOf(rules);
    }

    /**
     * @param backEnds those that it may have rules for
     * @throws ScriptFault that names file, line and key
     */
    public static Script read(Path file, Collection<BackEnd> backEnds) throws IOException {
        return new ScriptReader(file.toString(), backEnds).read(Files.readString(file, StandardCharsets.UTF_8));
    }

    /** Accepts and releases everything at once: for load. */
    public static Script releaseAll() {
        return always(Answer.of(Say.ACCEPTED), Answer.of(Say.RELEASE));
    }

    /** All back-ends always give the same answers. */
    public static Script always(Answer... answers) {
        var rule = List.of(new Rule(List.of(), List.of(answers)));
        return new Script(Map.of(BackEnd.RISK.kind(), rule, BackEnd.REVENUE.kind(), rule));
    }

    List<Answer> answers(BackEnd backEnd, Declared declared) {
        var own = rules.get(backEnd.id());
        return (own == null ? rules.getOrDefault(backEnd.kind(), List.<Rule>of()) : own)
                .stream()
                        .filter(rule -> rule.matches(declared))
                        .findFirst()
                        .map(Rule::answers)
                        .orElse(List.of());
    }
}
