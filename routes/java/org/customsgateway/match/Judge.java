package org.customsgateway.match;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.customsgateway.journal.Judged;
import org.customsgateway.journal.Leg;
import org.customsgateway.journal.LegChange;
import org.customsgateway.journal.LegState;
import org.customsgateway.journal.Matching;
import org.customsgateway.journal.Settlement;
import org.customsgateway.journal.StatusEntry;
import org.customsgateway.journal.YearShare;
import org.customsgateway.message.LegKind;
import org.customsgateway.message.Problem;
import org.customsgateway.message.StatusCode;

/** Holds whole trios against the rules and says what becomes of their legs. */
public final class Judge {

    /** Told with the acceptance of each leg. */
    private static final String MATCHED = "MATCHED";

    private final Rules rules;
    private final Notice notice;

    public Judge(Rules rules, Wanted wanted, Instant at) {
        this.rules = rules;
        this.notice = new Notice(wanted, at);
    }

    public Matching of(Trio trio, Joined joined) {
        if (trio.withdraws()) {
            List<LegChange> changes = List.of(
                    LegChange.to(trio.order(), LegState.CANCELLED, null),
                    LegChange.to(trio.before(), LegState.REPLACED, null));
            var whole = whole(trio, joined, new Verdict(List.of()), null);
            return new Matching(trio.legs(), null, sum -> new Settlement(changes, whole, null));
        }
        YearShare share = share(trio.order());
        return new Matching(trio.legs(), share, sum -> settle(trio, share, sum, joined));
    }

    /** It is whole, but not to be declared before {@code then}: its time does not run out. */
    public Matching later(Leg order, Instant then) {
        Instant deadline = order.deadline().isBefore(then) ? then : order.deadline();
        return new Matching(List.of(order), null, sum -> Settlement.of(List.of(LegChange.until(order, deadline))));
    }

    private Settlement settle(Trio trio, YearShare share, BigDecimal yearSum, Joined joined) {
        Verdict verdict = new Verdict(rules.broken(trio.facts(), yearSum, joined.refused()));
        List<LegChange> changes = new ArrayList<>();
        for (Leg leg : trio.legs()) {
            if (leg == trio.before()) {
                if (!verdict.rejects()) {
                    changes.add(LegChange.to(leg, LegState.REPLACED, null));
                }
            } else if (verdict.rejects()) {
                if (leg.waits()) { // what is part of a declaration stays it
                    changes.add(LegChange.to(leg, LegState.REJECTED, told(leg, verdict, joined)));
                }
            } else {
                StatusEntry told = leg.waits() ? told(leg, verdict, joined) : null;
                changes.add(LegChange.joined(leg, trio.order().itemId(), told));
            }
        }
        return verdict.rejects()
                ? new Settlement(changes, null, Refusal.of(trio.order(), verdict.broken(), joined.refusals()))
                : new Settlement(
                        changes,
                        whole(trio, joined, verdict, share),
                        new Judged(trio.order().partner(), trio.order().interchangeId(), joined.counted()));
    }

    private static Settlement.Whole whole(Trio trio, Joined joined, Verdict verdict, YearShare share) {
        return new Settlement.Whole(
                trio.order().itemId(),
                trio.order().partner(),
                joined.declaration(),
                joined.handOvers().apply(verdict),
                share,
                joined.sightings());
    }

    /**
     * A hold is the order's: it is declared, and risk tells about it. The others are accepted. What the quality of the declaration
     * is, is the order's too.
     */
    private StatusEntry told(Leg leg, Verdict verdict, Joined joined) {
        boolean order = leg.kind() == LegKind.ORDER;
        List<Problem> problems = new ArrayList<>();
        verdict.broken().forEach(rule -> problems.add(Rules.problem(rule, leg, "")));
        if (order) {
            problems.addAll(joined.problems());
        }
        if (verdict.broken().isEmpty()) {
            StatusCode code = problems.isEmpty() ? StatusCode.ACCEPTED : StatusCode.ACCEPTED_WITH_WARNINGS;
            return notice.of(leg, code, MATCHED, "", problems);
        }
        Rule hardest = verdict.broken().get(0);
        boolean othersHold = hardest.action() == Action.HOLD && !order;
        StatusCode code = othersHold ? StatusCode.ACCEPTED_WITH_WARNINGS : verdict.status();
        return notice.of(leg, code, hardest.code(), hardest.text(), problems);
    }

    /** What the order adds to the sum of its buyer in the year in which it was placed; null where buyer or amount are not known. */
    private static YearShare share(Leg order) {
        String person = order.facts().getOrDefault("person", "");
        String amount = order.facts().getOrDefault("amountPaid", "");
        String currency = order.facts().getOrDefault("currency", "");
        if (person.isEmpty() || !amount.matches("\\d{1,30}(\\.\\d{1,12})?") || currency.isEmpty()) {
            return null;
        }
        String date = order.facts().getOrDefault("orderedAt", "");
        String year = date.matches("\\d{4}-.*")
                ? date.substring(0, 4)
                : order.receivedAt().toString().substring(0, 4);
        return new YearShare(person, Integer.parseInt(year), currency, new BigDecimal(amount));
    }
}
