package org.customsgateway.message;

import java.util.Locale;

/** Which of the documents about one order a leg is: each comes from the firm that answers for it. */
public enum LegKind {
    ORDER,
    PAYMENT,
    LOGISTICS;

    /** As {@code format.yaml}, partner files and the match's rules write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is none */
    public static LegKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
