package org.customsgateway.match;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.customsgateway.journal.Judged;
import org.customsgateway.journal.Leg;
import org.customsgateway.journal.Tally;
import org.customsgateway.message.LegKind;

/** What the figures of quality count where the match refuses an order. Payments and parcels are nobody's declaration. */
final class Refusal {

    private Refusal() {}

    /**
     * @param broken all that the order breaks; those that warn or hold have not refused it
     * @param more what else is counted of it
     * @return null where nothing is: of a payment or a parcel, and of a withdrawal, which is not counted as an item either
     */
    static Judged of(Leg leg, Collection<Rule> broken, Set<String> more) {
        if (leg.kind() != LegKind.ORDER || leg.cancels()) {
            return null;
        }
        Set<String> counted = new TreeSet<>(more);
        counted.add(Tally.REJECTED.counted());
        broken.stream()
                .filter(rule -> rule.action() == Action.REJECT && rule.operator() != Operator.QUALITY)
                .forEach(rule -> counted.add(rule.rule()));
        return new Judged(leg.partner(), leg.interchangeId(), counted);
    }
}
