package org.customsgateway.route;

import java.util.List;
import org.customsgateway.connector.Partner;
import org.customsgateway.journal.Interchange;
import org.customsgateway.mapping.Mapping;
import org.customsgateway.message.Problem;

/**
 * What is known of an interchange while it is read: the one envelope that travels from step to step.
 *
 * @param mapping null until the format is identified
 * @param reference the sender's own reference, empty until it is judged
 * @param refusal problems of the interchange as a whole; with any of them nothing of it is declared
 */
record Reading(Interchange interchange, Partner partner, Mapping mapping, String reference, List<Problem> refusal) {

    static Reading of(Interchange interchange, Partner partner) {
        return new Reading(interchange, partner, null, "", List.of());
    }

    Reading in(Mapping found) {
        return new Reading(interchange, partner, found, reference, refusal);
    }

    Reading referredToAs(String senders) {
        return new Reading(interchange, partner, mapping, senders, refusal);
    }

    Reading refused(List<Problem> problems) {
        return new Reading(interchange, partner, mapping, reference, List.copyOf(problems));
    }

    boolean isRefused() {
        return !refusal.isEmpty();
    }
}
