package org.customsgateway.mapping.cargoimp;

import java.text.Normalizer;
import java.util.Locale;

/** The kinds of characters that Cargo-IMP knows (manual, data element formats a, n, m, t, and n with p for a decimal point). */
enum CharacterKind {
    LETTERS('a', "letters"),
    DIGITS('n', "digits"),
    MIXED('m', "letters or digits"),
    TEXT('t', "characters"),
    DECIMAL('d', "digits with at most one point"),
    /** Whatever a line has left, slants included: only in what quotes another message. */
    REST('x', "characters");

    private final char sign;
    private final String words;

    CharacterKind(char sign, String words) {
        this.sign = sign;
        this.words = words;
    }

    static CharacterKind of(char sign) {
        for (CharacterKind kind : values()) {
            if (kind.sign == sign) {
                return kind;
            }
        }
        return null;
    }

    /** Of so many at most. */
    String words(int most) {
        return most == 1 ? words.replaceAll("s\\b", "") : words;
    }

    /** Whether it goes on until a slant or the end of the line, so that it cannot be followed by more of its kind. */
    boolean ofLines() {
        return this == TEXT || this == REST;
    }

    /** How many characters from here are of this kind. */
    int run(String text, int from) {
        int at = from;
        boolean point = false;
        while (at < text.length() && has(text.charAt(at), point)) {
            point |= text.charAt(at) == '.';
            at++;
        }
        return at - from;
    }

    private boolean has(char c, boolean point) {
        return switch (this) {
            case LETTERS -> letter(c);
            case DIGITS -> digit(c);
            case MIXED -> letter(c) || digit(c);
            case DECIMAL -> digit(c) || c == '.' && !point;
            case TEXT -> c != '/';
            case REST -> true;
        };
    }

    /** What the run alone does not tell: a decimal ends in a digit, a text is not blank. */
    boolean whole(String text, int from, int end) {
        return switch (this) {
            case DECIMAL -> end > from && digit(text.charAt(end - 1));
            case TEXT, REST -> !text.substring(from, end).isBlank();
            default -> true;
        };
    }

    /** A text of ours as a line can carry it: upper case, no slant, nothing that a teleprinter does not have. */
    String fitted(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT);
        String kept = this == REST ? "[^A-Z0-9 ./_-]" : "[^A-Z0-9 ._-]";
        return plain.replaceAll(kept, " ").replaceAll(" +", " ").strip();
    }

    static boolean letter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
