package org.customsgateway.route;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customsgateway.connector.Partners;
import org.customsgateway.journal.Combiner;
import org.customsgateway.journal.Decision;
import org.customsgateway.journal.Standing;
import org.customsgateway.journal.StatusEntry;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;

/** Where an item stands at its back-ends becomes what its partner is told. */
final class Combine {

    private static final String RISK = "risk";
    private static final String REVENUE = "revenue";

    private final CombinationTable table;
    private final Partners partners;
    private final String payment;

    Combine(CombinationTable table, Partners partners, String payment) {
        this.table = table;
        this.partners = partners;
        this.payment = payment;
    }

    /** @param at the time that new statuses bear */
    Combiner at(Instant at) {
        return standing -> status(standing, at);
    }

    private Optional<StatusEntry> status(Standing standing, Instant at) {
        Map<String, Answer> answers = new HashMap<>();
        standing.decisions().forEach((backend, decisions) -> answers.put(backend, Answer.standing(decisions)));
        standing.overdue().forEach(backend -> answers.put(backend, Answer.of(Outcome.TIMED_OUT)));
        Optional<StatusCode> code = code(answers);
        if (code.isEmpty()) {
            return Optional.empty();
        }
        String newest = newest(standing);
        boolean speaks = answers.containsKey(newest) && decides(newest, answers, code.get());
        if (code.get() == standing.status() && !speaks) {
            return Optional.empty();
        }
        Answer speaker = answers.get(speaks ? newest : other(newest, answers));
        Status status = told(code.get(), speaker, answers, at);
        return Optional.of(new StatusEntry(status, wanted(standing, code.get())));
    }

    private Optional<StatusCode> code(Map<String, Answer> answers) {
        return table.status(outcome(answers, RISK), outcome(answers, REVENUE), payment);
    }

    private static Outcome outcome(Map<String, Answer> answers, String backend) {
        Answer answer = answers.get(backend);
        return answer == null ? null : answer.outcome();
    }

    /** Whether the status would be another one without this back-end's answer: then it is the one that speaks. */
    private boolean decides(String backend, Map<String, Answer> answers, StatusCode code) {
        Map<String, Answer> without = new HashMap<>(answers);
        without.remove(backend);
        return code(without).map(other -> other != code).orElse(true);
    }

    private static String newest(Standing standing) {
        return standing.decisions().values().stream()
                .map(decisions -> decisions.get(decisions.size() - 1))
                .max(Comparator.comparing(Decision::receivedAt))
                .map(Decision::backend)
                .orElse("");
    }

    private static String other(String backend, Map<String, Answer> answers) {
        return answers.keySet().stream()
                .filter(name -> !name.equals(backend))
                .findFirst()
                .orElse(backend);
    }

    private static Status told(StatusCode code, Answer speaks, Map<String, Answer> answers, Instant at) {
        List<Problem> problems = new ArrayList<>();
        answers.values().forEach(answer -> problems.addAll(answer.problems()));
        Answer assessed = answers.getOrDefault(REVENUE, speaks);
        return new Status(
                code,
                at,
                speaks.reasonCode(),
                speaks.reasonText(),
                problems,
                assessed.taxes(),
                assessed.total(),
                assessed.currency());
    }

    private boolean wanted(Standing standing, StatusCode code) {
        return partners.find(standing.partner())
                .map(partner -> partner.reply().statuses().contains(code))
                .orElse(true);
    }
}
