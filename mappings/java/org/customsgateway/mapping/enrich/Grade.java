package org.customsgateway.mapping.enrich;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a finding about the quality of data does, from the mildest on. */
public enum Grade {
    /** It is counted, and risk sees it. */
    NOTE,
    /** The partner is told too. */
    WARN,
    /** The same, and risk is told to look: the partner's word does not do. */
    REFER,
    /** Nothing is declared. */
    REJECT;

    /** Empty for {@code off}. */
    static Optional<Grade> named(String name) {
        return Arrays.stream(values()).filter(one -> one.written().equals(name)).findFirst();
    }

    Grade atMost(Grade other) {
        return compareTo(other) > 0 ? other : this;
    }

    /** As in the files and in messages to back-ends. */
    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
