package org.customsgateway.mapping.edifact;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The character repertoires of UNB 0001 (UNSL 0001) as encodings of bytes. */
final class Repertoire {

    private static final Map<String, String> ENCODINGS = Map.ofEntries(
            Map.entry("UNOA", "US-ASCII"),
            Map.entry("UNOB", "US-ASCII"),
            Map.entry("UNOC", "ISO-8859-1"),
            Map.entry("UNOD", "ISO-8859-2"),
            Map.entry("UNOE", "ISO-8859-5"),
            Map.entry("UNOF", "ISO-8859-7"),
            Map.entry("UNOG", "ISO-8859-3"),
            Map.entry("UNOH", "ISO-8859-4"),
            Map.entry("UNOI", "ISO-8859-6"),
            Map.entry("UNOJ", "ISO-8859-8"),
            Map.entry("UNOK", "ISO-8859-9"),
            Map.entry("UNOL", "ISO-8859-15"),
            Map.entry("UNOW", "UTF-8"),
            Map.entry("UNOX", "ISO-2022-JP"),
            Map.entry("UNOY", "UTF-8"));

    private Repertoire() {}

    static boolean knows(String code) {
        return ENCODINGS.containsKey(code);
    }

    /** An unknown one is read as ASCII: enough to say what is wrong. */
    static Charset of(String code) {
        return knows(code) ? Charset.forName(ENCODINGS.get(code)) : StandardCharsets.US_ASCII;
    }

    /** Whether a character, once decoded, may stand in an interchange; line breaks are not asked about. */
    static boolean allows(char c) {
        return c >= ' ' && c != '\u007f' && (c < '\u0080' || c > '\u009f') && c != '\ufffd' && c != '\ufeff';
    }
}
