package org.customsgateway.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.customsgateway.connector.BackEndKind;
import org.customsgateway.connector.BackEnds;

/** What back-ends of one kind say together. */
record Kinds(Hardness hardness, BackEnds backEnds) {

    /**
     * The hardest of all of them that were asked, or have answered unasked.
     *
     * @param names theirs and others'
     */
    Outcome outcome(BackEndKind kind, Set<String> names, Map<String, Answer> answers) {
        List<Outcome> outcomes = new ArrayList<>();
        for (String name : names) {
            if (backEnds.kind(name) == kind) {
                Answer answer = answers.get(name);
                outcomes.add(answer == null ? null : answer.outcome());
            }
        }
        return hardness.hardest(outcomes);
    }

    /** What revenue has assessed. */
    Optional<Answer> assessed(Map<String, Answer> answers) {
        return answers.keySet().stream()
                .filter(backend -> backEnds.kind(backend) == BackEndKind.REVENUE)
                .map(answers::get)
                .max(Comparator.comparing(answer -> !answer.taxes().isEmpty()));
    }
}
