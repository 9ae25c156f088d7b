package org.customsgateway.mapping.json;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 and nothing else (RFC 8259, 8.1). Bytes that are not UTF-8 come out as a character that no text may hold, so that the
 * document in which they stand is told, and only that one.
 */
final class Characters {

    /** Stands for bytes that are not UTF-8; a non-character of Unicode, and none of XML. */
    static final char BROKEN = '\uFFFF';

    private static final char INSTEAD = '\uFFFD';

    private Characters() {}

    static Reader of(InputStream raw) {
        return new InputStreamReader(
                raw,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(BROKEN)));
    }

    /** Whether all of it may stand in XML 1.0 (2.2), in which declarations and most replies are written. */
    static boolean sound(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= '\uFFFE') {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** The same with a replacement character for each that may not stand there. */
    static String mended(String text) {
        if (sound(text)) {
            return text;
        }
        StringBuilder mended = new StringBuilder(text.length());
        text.codePoints().forEach(c -> mended.appendCodePoint(sound(new String(Character.toChars(c))) ? c : INSTEAD));
        return mended.toString();
    }
}
