package org.customsgateway.match;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.customsgateway.journal.HandOverEntry;
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

    /**
     * @param declaration of all of them
     * @param handOvers to the back-ends, with the verdict as evidence
     */
    public Matching of(Trio trio, byte[] declaration, Function<Verdict, List<HandOverEntry>> handOvers) {
        if (trio.withdraws()) {
            var whole = new Settlement.Whole(
                    trio.order().itemId(),
                    trio.order().partner(),
                    declaration,
                    handOvers.apply(new Verdict(List.of())),
                    null);
            List<LegChange> changes = List.of(
                    LegChange.to(trio.order(), LegState.CANCELLED, null),
                    LegChange.to(trio.before(), LegState.REPLACED, null));
            return new Matching(trio.legs(), null, sum -> new Settlement(changes, whole));
        }
        YearShare share = share(trio.order());
        return new Matching(trio.legs(), share, sum -> settle(trio, share, sum, declaration, handOvers));
    }

    /** It is whole, but not to be declared before {@code then}: its time does not run out. */
    public Matching later(Leg order, Instant then) {
        Instant deadline = order.deadline().isBefore(then) ? then : order.deadline();
        return new Matching(List.of(order), null, sum -> Settlement.of(List.of(LegChange.until(order, deadline))));
    }

    private Settlement settle(
            Trio trio,
            YearShare share,
            BigDecimal yearSum,
            byte[] declaration,
            Function<Verdict, List<HandOverEntry>> handOvers) {
        Verdict verdict = new Verdict(rules.broken(trio.facts(), yearSum));
        List<LegChange> changes = new ArrayList<>();
        for (Leg leg : trio.legs()) {
            if (leg == trio.before()) {
                if (!verdict.rejects()) {
                    changes.add(LegChange.to(leg, LegState.REPLACED, null));
                }
            } else if (verdict.rejects()) {
                if (leg.waits()) { // what is part of a declaration stays it
                    changes.add(LegChange.to(leg, LegState.REJECTED, told(leg, verdict)));
                }
            } else {
                changes.add(LegChange.joined(leg, trio.order().itemId(), leg.waits() ? told(leg, verdict) : null));
            }
        }
        return verdict.rejects()
                ? Settlement.of(changes)
                : new Settlement(
                        changes,
                        new Settlement.Whole(
                                trio.order().itemId(),
                                trio.order().partner(),
                                declaration,
                                handOvers.apply(verdict),
                                share));
    }

    /** A hold is the order's: it is declared, and risk tells about it. The others are accepted. */
    private StatusEntry told(Leg leg, Verdict verdict) {
        if (verdict.broken().isEmpty()) {
            return notice.of(leg, StatusCode.ACCEPTED, MATCHED, "", List.of());
        }
        List<Problem> problems = verdict.broken().stream()
                .map(rule -> Rules.problem(rule, leg, ""))
                .toList();
        Rule hardest = verdict.broken().get(0);
        boolean othersHold = hardest.action() == Action.HOLD && leg.kind() != LegKind.ORDER;
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
