package org.customsgateway.route;

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
    PAID,
    CANCELLED,
    TIMED_OUT
}
