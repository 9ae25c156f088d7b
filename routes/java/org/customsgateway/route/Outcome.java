package org.customsgateway.route;

import java.util.EnumSet;
import java.util.Set;

/** What one back-end's answer means, as {@code mappings/_shared/decisions.csv} reads it from the WCO codes. */
public enum Outcome {
    ACCEPTED,
    ACCEPTED_WITH_WARNINGS,
    REJECTED,
    RFI,
    RFS,
    DNL,
    ASSESSED,
    REVIEW,
    INSPECT,
    HOLD,
    HOLD_REMOVED,
    RELEASE,
    DUTIABLE,
    TAX_DUE,
    REMINDED,
    PAID,
    CANCELLED,
    SEIZED,
    RETURN_TO_SENDER,
    DESTROYED,
    CLOSED,
    TIMED_OUT,
    /** Of a kind of which no back-end sees the item. */
    NOT_ASKED;

    private static final Set<Outcome> SAID = EnumSet.complementOf(EnumSet.of(TIMED_OUT, NOT_ASKED));

    /**
     * One that a back-end can say.
     *
     * @throws IllegalArgumentException for others: that one is silent, or not asked, only the gateway knows
     */
    static Outcome said(String name) {
        return SAID.stream()
                .filter(outcome -> outcome.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " is no outcome that a back-end says: " + SAID));
    }

    /** Whether duties are to be paid. */
    boolean owes() {
        return this == DUTIABLE || this == TAX_DUE || this == REMINDED;
    }

    /** Whether it ends the wait for the back-end. Mere acceptance does not: what it will decide is still to come. */
    boolean ends() {
        return this != ACCEPTED && this != ACCEPTED_WITH_WARNINGS && this != NOT_ASKED;
    }
}
