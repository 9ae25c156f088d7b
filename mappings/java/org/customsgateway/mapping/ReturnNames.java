package org.customsgateway.mapping;

import java.util.List;

/**
 * Which items of a format are goods that come back, and where they name what they came in with: {@code returns} in its file.
 *
 * @param when where an item says that it is a return; nowhere if all are
 * @param values that it says there
 * @param agree facts that must be the same in a return and in what it is said to be of, where both give them
 * @param of the numbers that may be named, the one that counts most first
 */
public record ReturnNames(SourcePath when, List<String> values, List<String> agree, List<Line> of) {

    /** Of a format whose items are never returns. */
    public static final ReturnNames NONE = new ReturnNames(SourcePath.NOWHERE, List.of(), List.of(), List.of());

    /**
     * One number.
     *
     * @param by {@code key}, or the name under which formats list it in {@code aliases}
     * @param id where the number stands
     * @param date the other half of a key, nowhere where it is not given
     * @param where a sibling of {@code id} that says what the number is, or empty
     * @param values that it says then
     */
    public record Line(String by, SourcePath id, SourcePath date, String where, List<String> values) {}

    boolean never() {
        return of.isEmpty();
    }
}
