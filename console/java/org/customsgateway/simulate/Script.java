package org.customsgateway.simulate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How the simulated back-ends behave: per back-end a list of rules, of which the first that matches answers. */
public final class Script {

    private final Map<BackEnd, List<Rule>> rules;

    Script(Map<BackEnd, List<Rule>> rules) {
        this.rules = Map.copyOf(rules);
    }

    /** @throws ScriptFault that names file, line and key */
    public static Script read(Path file) throws IOException {
        return new ScriptReader(file.toString()).read(Files.readString(file, StandardCharsets.UTF_8));
    }

    /** Accepts and releases everything at once: for load. */
    public static Script releaseAll() {
        return always(Answer.of(Say.ACCEPTED), Answer.of(Say.RELEASE));
    }

    /** Both back-ends always give the same answers. */
    public static Script always(Answer... answers) {
        var rule = List.of(new Rule(List.of(), List.of(answers)));
        return new Script(Map.of(BackEnd.RISK, rule, BackEnd.REVENUE, rule));
    }

    List<Answer> answers(BackEnd backEnd, Declared declared) {
        return rules.getOrDefault(backEnd, List.of()).stream()
                .filter(rule -> rule.matches(declared))
                .findFirst()
                .map(Rule::answers)
                .orElse(List.of());
    }
}
