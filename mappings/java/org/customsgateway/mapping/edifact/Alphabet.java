package org.customsgateway.mapping.edifact;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;

/**
 * The characters that a reply may be written in, by its syntax identifier (0001; ISO 9735:1998 part 1 annex A, ISO 9735:2002).
 *
 * <p>What is outside of them is written as the letter below its accents, else as its nearest look, else as {@code *}: one character
 * for one, so that a text that was cut to fit still fits, and that a reader sees where something stood. UNOA and UNOB are written
 * in the printable characters of ASCII: references are given back as they came, and every receiver reads them; free text in UNOA
 * is in capitals.
 */
final class Alphabet {

    static final char REPLACED = '*';

    /** Looks that decomposition does not find. */
    private static final String FROM = "ßæÆœŒøØłŁđĐðÐþÞıħĦŧŦŋŊ‘’‚‛“”„‟«»‹›‐‑‒–—―−•·…€£¥×÷⁄";

    private static final String TO = "saAoOoOlLdDdDtTihHtTnN''''\"\"\"\"<><>-------...ELYx//";

    private final Charset charset;
    private final CharsetEncoder encoder;
    private final boolean capitals;

    private Alphabet(Charset charset, boolean capitals) {
        this.charset = charset;
        this.encoder = charset.newEncoder();
        this.capitals = capitals;
    }

    /** Of a syntax identifier; of ASCII where we read but do not write it (UNOX, which shifts between character sets). */
    static Alphabet of(String syntaxIdentifier) {
        return new Alphabet(
                Repertoire.of(syntaxIdentifier.equals("UNOX") ? "UNOB" : syntaxIdentifier),
                syntaxIdentifier.equals("UNOA"));
    }

    Charset charset() {
        return charset;
    }

    /**
     * A value as it can be written. Line breaks and other controls become blanks: EDIFACT has no place for them.
     *
     * @param prose whether it is free text and not a reference or a code
     */
    String fit(String value, boolean prose) {
        StringBuilder fitted = new StringBuilder(value.length());
        value.codePoints().forEach(c -> append(fitted, c));
        String text = fitted.toString().strip();
        return prose && capitals ? text.toUpperCase(java.util.Locale.ROOT) : text;
    }

    private void append(StringBuilder fitted, int c) {
        if (c < 0x7f && c >= ' ') {
            fitted.append((char) c);
        } else if (Character.isISOControl(c) || Character.isSpaceChar(c)) {
            fitted.append(' ');
        } else if (writable(c)) {
            fitted.appendCodePoint(c);
        } else {
            fitted.append(nearest(c));
        }
    }

    private boolean writable(int c) {
        // beyond the basic plane StAEDI, and not it alone, reads nothing more
        return Character.isBmpCodePoint(c) && encoder.canEncode((char) c);
    }

    private char nearest(int c) {
        int known = Character.isBmpCodePoint(c) ? FROM.indexOf(c) : -1;
        if (known >= 0) {
            return TO.charAt(known);
        }
        int base = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                .codePointAt(0);
        return writable(base) ? (char) base : REPLACED;
    }
}
