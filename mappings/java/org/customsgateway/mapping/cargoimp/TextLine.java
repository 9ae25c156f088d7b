package org.customsgateway.mapping.cargoimp;

/**
 * One line as it came.
 *
 * @param text without its end
 * @param number from 1
 * @param end what ends it: CRLF, LF, CR, or empty at the end of the file
 * @param gap whether the line before it was blank
 * @param over whether it was longer than anything that is kept
 */
record TextLine(String text, int number, String end, boolean gap, boolean over) {

    /** As it is matched: upper case, without blanks behind it. */
    String plain() {
        int length = text.length();
        while (length > 0 && text.charAt(length - 1) <= ' ') {
            length--;
        }
        StringBuilder plain = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            plain.append(c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
        }
        return plain.toString();
    }

    /** The three letters that it begins with, if a slant or nothing follows them; else empty. */
    static String identifier(String plain) {
        if (plain.length() < 3 || plain.length() > 3 && plain.charAt(3) != '/') {
            return "";
        }
        for (int i = 0; i < 3; i++) {
            if (!CharacterKind.letter(plain.charAt(i))) {
                return "";
            }
        }
        return plain.substring(0, 3);
    }
}
