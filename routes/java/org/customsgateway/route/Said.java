package org.customsgateway.route;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.customsgateway.message.StatusCode;

/**
 * What the back-ends say of one item, taken together.
 *
 * @param payment what its duties do to a release: {@code wait} or {@code account}
 * @param answers by the name of the back-end: what is told must not hang on the order of a hash
 */
record Said(CombinationTable table, String payment, TreeMap<String, Answer> answers) {

    static final String RISK = "risk";
    static final String REVENUE = "revenue";

    Optional<StatusCode> code() {
        return code(answers);
    }

    /** Whether the status would be another one without this back-end's answer: then it is the one that speaks. */
    boolean decides(String backend, StatusCode code) {
        Map<String, Answer> without = new TreeMap<>(answers);
        without.remove(backend);
        return code(without).map(other -> other != code).orElse(true);
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

    private Optional<StatusCode> code(Map<String, Answer> answers) {
        return table.status(outcome(answers, RISK), outcome(answers, REVENUE), payment);
    }

    private static Outcome outcome(Map<String, Answer> answers, String backend) {
        Answer answer = answers.get(backend);
        return answer == null ? null : answer.outcome();
    }
}
