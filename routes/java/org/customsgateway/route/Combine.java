package org.customsgateway.route;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.customsgateway.connector.Partner;
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
    private final Kinds kinds;
    private final Partners partners;
    private final String payment;

    /** @param payment what duties do to a release where the partner's file says nothing: {@code wait} or {@code account} */
    Combine(CombinationTable table, Kinds kinds, Partners partners, String payment) {
        this.table = table;
        this.kinds = kinds;
        this.partners = partners;
        this.payment = payment;
    }

    /** @param at the time that new statuses bear */
    Combiner at(Instant at) {
        return standing -> status(standing, at);
    }

    private Optional<StatusEntry> status(Standing standing, Instant at) {
        Optional<Partner> partner = partners.find(standing.partner());
        var answers = new TreeMap<String, Answer>();
        standing.decisions().forEach((backend, decisions) -> answers.put(backend, Answer.standing(decisions)));
        standing.overdue().forEach(backend -> answers.put(backend, Answer.of(Outcome.TIMED_OUT)));
        Set<String> names = new HashSet<>(standing.asked());
        names.addAll(answers.keySet());
        var said = new Said(table, kinds, payment(partner), names, answers);
        Optional<StatusCode> code = said.code().filter(told -> !takesBackHold(standing.status(), told, said.risk()));
        if (code.isEmpty()) {
            return Optional.empty();
        }
        String newest = standing.news() == null ? "" : standing.news().backend();
        String speaker = said.speaker(code.get(), newest);
        if (code.get() == standing.status() && !saysMore(standing, said, speaker)) {
            return Optional.empty();
        }
        Status status = told(code.get(), answers.get(speaker), answers, at);
        return Optional.of(new StatusEntry(status, wanted(partner, code.get()), listed(partner)));
    }

    private String payment(Optional<Partner> partner) {
        return partner.flatMap(Partner::payment)
                .map(agreed -> agreed.name().toLowerCase(Locale.ROOT))
                .orElse(payment);
    }

    /** What the match has held only risk lets go, by more than an acceptance: see {@code mappings/_shared/match/rules.yaml}. */
    private static boolean takesBackHold(StatusCode before, StatusCode told, Outcome risk) {
        boolean decided = risk != null && risk.ends();
        return HOLDS.contains(before) && ACCEPTANCES.contains(told) && !decided;
    }

    /** The same status is told again only when the back-end that decides it now says the same thing in other words or amounts. */
    private static boolean saysMore(Standing standing, Said said, String speaker) {
        Decision news = standing.news();
        if (news == null || !news.backend().equals(speaker) || !said.decides(speaker, standing.status())) {
            return false;
        }
        List<Decision> all = standing.decisions().get(speaker);
        List<Decision> before =
                all.stream().filter(decision -> decision != news).toList();
        return Answer.standing(all).rewords(Answer.standing(before));
    }

    private Status told(StatusCode code, Answer speaks, Map<String, Answer> answers, Instant at) {
        List<Problem> problems = new ArrayList<>();
        answers.values().forEach(answer -> problems.addAll(answer.problems()));
        Answer assessed = kinds.assessed(answers).orElse(speaks);
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

    private static boolean wanted(Optional<Partner> partner, StatusCode code) {
        return partner.map(known -> known.reply().statuses().contains(code)).orElse(true);
    }

    private static boolean listed(Optional<Partner> partner) {
        return partner.map(known -> known.wires().has(WireEnd.HTTPS)).orElse(true);
    }
}
