package org.customsgateway.mapping.reference;

import java.time.LocalDate;
import java.time.Period;

/**
 * What a file of reference data says of itself in its head.
 *
 * @param title what it is, in a few words
 * @param source where it comes from
 * @param licence on which terms it may be passed on
 * @param covers how much of its source it has
 * @param sure how far it can be relied on
 * @param asOf the day on which it was last held against its source
 * @param maxAge for how long after that it may be used without an alarm
 */
public record About(
        String title, String source, String licence, String covers, Sure sure, LocalDate asOf, Period maxAge) {

    /** How far a file can be relied on. */
    public enum Sure {
        /** All that its source has. */
        COMPLETE,
        /** True, but not all. */
        EXTRACT,
        /** Made up or unchecked, to show the form: nothing may be decided by it. */
        EXAMPLE
    }

    /** The last day on which nobody need be alarmed. */
    public LocalDate good() {
        return asOf.plus(maxAge);
    }
}
