package org.customsgateway.route;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.customsgateway.connector.BackEndKind;
import org.customsgateway.connector.BackEnds;
import org.customsgateway.connector.Partners;
import org.customsgateway.connector.WireEnd;
import org.customsgateway.journal.Combiner;
import org.customsgateway.journal.Decision;
import org.customsgateway.journal.Standing;
import org.customsgateway.journal.StatusEntry;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;

/** Where an item stands at its back-ends becomes what its partner is told. */
final class Combine {

    private static final Set<StatusCode> HOLDS = EnumSet.of(StatusCode.HELD, StatusCode.UNDER_REVIEW);
    private static final Set<StatusCode> ACCEPTANCES =
            EnumSet.of(StatusCode.ACCEPTED, StatusCode.ACCEPTED_WITH_WARNINGS);

    private final CombinationTable table;
    private final Hardness hardness;
    private final BackEnds backEnds;
    private final Partners partners;
    private final String payment;

    Combine(CombinationTable table, Hardness hardness, BackEnds backEnds, Partners partners, String payment) {
        this.table = table;
        this.hardness = hardness;
        this.backEnds = backEnds;
        this.partners = partners;
        this.payment = payment;
    }

    /** @param at the time that new statuses bear */
    Combiner at(Instant at) {
        return standing -> status(standing, at);
    }

    private Optional<StatusEntry> status(Standing standing, Instant at) {
        // by name: what is told must not hang on the order of a hash
        Map<String, Answer> answers = new TreeMap<>();
        standing.decisions().forEach((backend, decisions) -> answers.put(backend, Answer.standing(decisions)));
        standing.overdue().forEach(backend -> answers.put(backend, Answer.of(Outcome.TIMED_OUT)));
        Optional<StatusCode> code = code(standing, answers).filter(told -> !takesBackHold(standing, told, answers));
        String speaker = code.map(told -> speaker(standing, answers, told)).orElse("");
        if (code.isEmpty() || (code.get() == standing.status() && !saysMore(standing, answers, speaker))) {
            return Optional.empty();
        }
        Status status = told(code.get(), answers.get(speaker), answers, at);
        return Optional.of(new StatusEntry(status, wanted(standing, code.get()), listed(standing)));
    }

    /** What the match has held only risk lets go, by more than an acceptance: see {@code mappings/_shared/match/rules.yaml}. */
    private boolean takesBackHold(Standing standing, StatusCode told, Map<String, Answer> answers) {
        if (!HOLDS.contains(standing.status()) || !ACCEPTANCES.contains(told)) {
            return false;
        }
        Outcome risk = outcome(standing, answers, BackEndKind.RISK);
        return risk == null || !risk.ends();
    }

    /** The back-end whose words go with the status: the one that has just answered, unless its answer changes nothing. */
    private String speaker(Standing standing, Map<String, Answer> answers, StatusCode code) {
        String newest = standing.news() == null ? "" : standing.news().backend();
        return answers.keySet().stream()
                .filter(backend -> decides(backend, standing, answers, code))
                .max(Comparator.comparing(newest::equals))
                .orElse(newest.isEmpty() ? answers.keySet().iterator().next() : newest);
    }

    /** The same status is told again only when the back-end that decides it now says the same thing in other words or amounts. */
    private boolean saysMore(Standing standing, Map<String, Answer> answers, String speaker) {
        Decision news = standing.news();
        if (news == null
                || !news.backend().equals(speaker)
                || !decides(speaker, standing, answers, standing.status())) {
            return false;
        }
        List<Decision> all = standing.decisions().get(speaker);
        List<Decision> before =
                all.stream().filter(decision -> decision != news).toList();
        return Answer.standing(all).rewords(Answer.standing(before));
    }

    private Optional<StatusCode> code(Standing standing, Map<String, Answer> answers) {
        return table.status(
                outcome(standing, answers, BackEndKind.RISK), outcome(standing, answers, BackEndKind.REVENUE), payment);
    }

    /** Of all back-ends of a kind that were asked, or have answered unasked. */
    private Outcome outcome(Standing standing, Map<String, Answer> answers, BackEndKind kind) {
        Set<String> names = new HashSet<>(standing.asked());
        names.addAll(standing.decisions().keySet());
        List<Outcome> outcomes = new ArrayList<>();
        for (String name : names) {
            if (backEnds.kind(name) == kind) {
                Answer answer = answers.get(name);
                outcomes.add(answer == null ? null : answer.outcome());
            }
        }
        return hardness.hardest(outcomes);
    }

    /** Whether the status would be another one without this back-end's answer: then it is the one that speaks. */
    private boolean decides(String backend, Standing standing, Map<String, Answer> answers, StatusCode code) {
        Map<String, Answer> without = new TreeMap<>(answers);
        without.remove(backend);
        return code(standing, without).map(other -> other != code).orElse(true);
    }

    private Status told(StatusCode code, Answer speaks, Map<String, Answer> answers, Instant at) {
        List<Problem> problems = new ArrayList<>();
        answers.values().forEach(answer -> problems.addAll(answer.problems()));
        Answer assessed = assessed(answers).orElse(speaks);
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

    private Optional<Answer> assessed(Map<String, Answer> answers) {
        return answers.keySet().stream()
                .filter(backend -> backEnds.kind(backend) == BackEndKind.REVENUE)
                .map(answers::get)
                .max(Comparator.comparing(answer -> !answer.taxes().isEmpty()));
    }

    private boolean wanted(Standing standing, StatusCode code) {
        return partners.find(standing.partner())
                .map(partner -> partner.reply().statuses().contains(code))
                .orElse(true);
    }

    private boolean listed(Standing standing) {
        return partners.find(standing.partner())
                .map(partner -> partner.wires().has(WireEnd.HTTPS))
                .orElse(true);
    }
}
