package org.customsgateway.mapping.enrich;

import java.util.Set;

/**
 * For which natures of transaction (UPU code list 136) a rule is.
 *
 * @param codes none where it does not matter
 * @param others whether it is for all but these
 */
record Natures(Set<String> codes, boolean others) {

    /** {@code *}, or codes with blanks between them, after {@code !} those for which it is not. */
    static Natures of(String written) {
        if (written.equals("*")) {
            return new Natures(Set.of(), true);
        }
        boolean others = written.startsWith("!");
        return new Natures(Set.of((others ? written.substring(1) : written).split(" ")), others);
    }

    boolean has(String nature) {
        return codes.contains(nature) != others;
    }
}
