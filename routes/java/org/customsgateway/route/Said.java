package org.customsgateway.route;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.customsgateway.connector.BackEndKind;
import org.customsgateway.message.StatusCode;

/**
 * What the back-ends say of one item, taken together.
 *
 * @param payment what its duties do to a release: {@code wait} or {@code account}
 * @param names of the back-ends that were asked, or have answered unasked
 * @param answers by the name of the back-end: what is told must not hang on the order of a hash
 */
record Said(CombinationTable table, Kinds kinds, String payment, Set<String> names, TreeMap<String, Answer> answers) {

    /** @param newest the back-end that has just answered, or empty */
    Optional<StatusCode> code(String newest) {
        return code(answers, newest.isEmpty() ? null : kinds.backEnds().kind(newest));
    }

    Outcome risk() {
        return kinds.outcome(BackEndKind.RISK, names, answers);
    }

    /** The status that this back-end's answer would make if there were no other. */
    Optional<StatusCode> alone(String backend) {
        return code(Map.of(backend, answers.get(backend)), null);
    }

    /** Whether the status would be another one without this back-end's answer: then it is the one that speaks. */
    boolean decides(String backend, StatusCode code) {
        Map<String, Answer> without = new TreeMap<>(answers);
        without.remove(backend);
        return code(without, null).map(other -> other != code).orElse(true);
    }

    /**
     * The back-end whose words go with the status: the one that has just answered, unless its answer changes nothing.
     *
     * @param newest which that is, or empty
     */
    String speaker(StatusCode code, String newest) {
        return answers.keySet().stream()
                .filter(backend -> decides(backend, code))
                .max(Comparator.comparing(newest::equals))
                .orElse(newest.isEmpty() ? answers.firstKey() : newest);
    }

    private Optional<StatusCode> code(Map<String, Answer> answers, BackEndKind newest) {
        return table.status(
                kinds.outcome(BackEndKind.RISK, names, answers),
                kinds.outcome(BackEndKind.REVENUE, names, answers),
                payment,
                newest);
    }
}
