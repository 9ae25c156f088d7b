package org.customsgateway.match;

/** What a rule of {@code rules.yaml} may ask ({@code check}); each is explained at the beginning of that file. */
enum Operator {
    SAME,
    NEAR,
    SUM,
    AT_MOST,
    YEAR_AT_MOST,
    MISSING,
    CLOSED,
    TAKEN,
    QUALITY;

    /** Those that compare nothing: what they say becomes of a leg. */
    boolean compares() {
        return compareTo(MISSING) < 0;
    }

    /** How {@code rules.yaml} writes it. */
    String word() {
        return switch (this) {
            case AT_MOST -> "atMost";
            case YEAR_AT_MOST -> "yearAtMost";
            default -> name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    /** How many values it compares at least. */
    int fewest() {
        return switch (this) {
            case SAME, NEAR, SUM -> 2;
            case AT_MOST, YEAR_AT_MOST -> 1;
            default -> 0;
        };
    }

    boolean needsWithin() {
        return this == NEAR || this == SUM || this == AT_MOST || this == YEAR_AT_MOST;
    }
}
