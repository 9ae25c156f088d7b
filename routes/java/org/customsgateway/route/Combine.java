package org.customsgateway.route;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.customsgateway.connector.BackEnds;
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

    private final StatusTables tables;
    private final Kinds kinds;
    private final Partners partners;
    private final String payment;

    /** @param payment what duties do to a release where the partner's file says nothing: {@code wait} or {@code account} */
    Combine(StatusTables tables, BackEnds backEnds, Partners partners, String payment) {
        this.tables = tables;
        kinds = new Kinds(tables.hardness(), backEnds);
        this.partners = partners;
        this.payment = payment;
    }

    /**
     * New statuses bear the time at which they are made, while their item is locked: so of two statuses of an item the later one has
     * the later time, whichever answer was taken from its queue first.
     */
    Combiner by(Clock clock) {
        return standing -> status(standing, clock);
    }

    private Optional<StatusEntry> status(Standing standing, Clock clock) {
        Optional<Partner> partner = partners.find(standing.partner());
        Said said = said(standing, partner);
        Optional<StatusCode> code = code(standing, said);
        if (code.isEmpty() || keeps(standing, code.get())) {
            return Optional.empty();
        }
        String speaker = said.speaker(code.get(), newest(standing));
        var seen = new Seen(tables.visible(), partner, said, code.get());
        if (code.get() == standing.status() && !saysMore(standing, said, speaker, seen)) {
            return Optional.empty();
        }
        Status status = told(said, speaker, seen, clock.instant());
        return Optional.of(new StatusEntry(status, wanted(partner, code.get()), listed(partner)));
    }

    /** Whether a decision has made one status of another that was a last word, so that a person is to look. */
    boolean reverses(StatusCode before, StatusCode after) {
        return before != after && tables.late().then(before, after) != LateTable.Then.TELL;
    }

    /** What the item would have become, had its last word not stood against it; empty where nothing was held back. */
    Optional<StatusCode> kept(Standing standing) {
        return code(standing, said(standing, partners.find(standing.partner()))).filter(code -> keeps(standing, code));
    }

    private Said said(Standing standing, Optional<Partner> partner) {
        var answers = new TreeMap<String, Answer>();
        standing.decisions().forEach((backend, decisions) -> answers.put(backend, Answer.standing(decisions)));
        standing.overdue().forEach(backend -> answers.put(backend, Answer.of(Outcome.TIMED_OUT)));
        Set<String> names = new HashSet<>(standing.asked());
        names.addAll(answers.keySet());
        return new Said(tables.combination(), kinds, payment(partner), names, answers);
    }

    private static Optional<StatusCode> code(Standing standing, Said said) {
        return said.code(newest(standing)).filter(told -> !takesBackHold(standing.status(), told, said.risk()));
    }

    private static String newest(Standing standing) {
        return standing.news() == null ? "" : standing.news().backend();
    }

    private boolean keeps(Standing standing, StatusCode code) {
        return code != standing.status() && tables.late().then(standing.status(), code) == LateTable.Then.KEEP;
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
    private static boolean saysMore(Standing standing, Said said, String speaker, Seen seen) {
        Decision news = standing.news();
        if (news == null || !news.backend().equals(speaker) || !said.decides(speaker, standing.status())) {
            return false;
        }
        List<Decision> all = standing.decisions().get(speaker);
        List<Decision> before =
                all.stream().filter(decision -> decision != news).toList();
        Answer was = Answer.standing(before);
        return was != null && seen.of(speaker, Answer.standing(all)).rewords(seen.of(speaker, was));
    }

    private Status told(Said said, String speaker, Seen seen, Instant at) {
        List<Problem> problems = new ArrayList<>();
        said.answers()
                .forEach((backend, answer) ->
                        problems.addAll(seen.of(backend, answer).problems()));
        Answer speaks = seen.of(speaker, said.answers().get(speaker));
        Answer assessed = kinds.assessed(said.answers()).orElse(speaks);
        return new Status(
                seen.status(),
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
