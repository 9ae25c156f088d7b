package org.customsgateway.route;

import java.util.List;
import org.customsgateway.journal.Journal;

/** Waits until what came earlier and touches the same has taken effect: only then it can be told whether a reference was used before. */
final class Turn {

    private final ArrivalOrder order;
    private final Journal journal;

    Turn(ArrivalOrder order, Journal journal) {
        this.order = order;
        this.journal = journal;
    }

    public Reading await(Reading judged) {
        if (judged.isRefused() || judged.acknowledgement() != null) {
            return judged;
        }
        order.awaitTurn(judged.interchange(), Touched.by(judged));
        return unique(judged);
    }

    /** The same bytes again are not meant: they never come this far. */
    private Reading unique(Reading judged) {
        return judged.mapping()
                .usedAgain(judged.scan())
                .filter(problem -> journal.interchanges()
                        .read(judged.partner().id(), judged.scan().reference())
                        .filter(id -> !id.equals(judged.interchange().id()))
                        .isPresent())
                .map(problem -> judged.refused(List.of(problem)))
                .orElse(judged);
    }
}
