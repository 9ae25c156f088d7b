package org.customsgateway.mapping.edifact;

/**
 * The service characters of an interchange: of its UNA, or those that hold without one (ISO 9735-1, 7.2 and annex A; level B
 * of versions 1 to 3 also has the information separators of ISO 646).
 *
 * @param release 0 where there is none
 * @param repetition of data elements, since version 4; 0 where there is none
 */
record Separators(char component, char element, char decimal, char release, char repetition, char terminator) {

    static final Separators PLAIN = new Separators(':', '+', '.', '?', '*', '\'');
    static final Separators INFORMATION = new Separators('\u001f', '\u001d', '.', '\0', '\0', '\u001c');

    /** @param una the six characters after {@code UNA} */
    static Separators of(String una) {
        char release = una.charAt(3) == ' ' ? '\0' : una.charAt(3);
        char repetition = una.charAt(4) == ' ' ? '\0' : una.charAt(4);
        return new Separators(una.charAt(0), una.charAt(1), una.charAt(2), release, repetition, una.charAt(5));
    }

    /** Service characters must differ, and none may be a letter, a digit or a blank. */
    boolean sound() {
        String all = "" + component + element + terminator + (release == 0 ? "" : release);
        return all.chars().distinct().count() == all.length()
                && all.chars().noneMatch(c -> Character.isLetterOrDigit(c) || c == ' ' || c > 126);
    }

    /** As they have to stand in a UNA. */
    String una() {
        return "UNA" + component + element + decimal + (release == 0 ? ' ' : release)
                + (repetition == 0 ? ' ' : repetition) + terminator;
    }
}
