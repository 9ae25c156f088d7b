package org.customsgateway.mapping.edifact;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts an interchange into its segments, one at a time; line breaks mean nothing, wherever they are. */
final class Segments {

    /** UNA and the start of UNB are in these. */
    private static final int START = 512;

    private final Reader in;
    private final Separators separators;
    private final int longest;
    private final StringBuilder text = new StringBuilder(256);
    private int line = 1;
    private int column = 0;
    private boolean returned;
    private final boolean begun;
    private final char[] buffer = new char[8192];
    private int filled;
    private int at;

    private Segments(Reader in, Separators separators, boolean begun, int longest) {
        this.in = in;
        this.begun = begun;
        this.separators = separators;
        this.longest = longest;
    }

    /** @param longest most characters of one segment; what follows is left out, see {@link #longest} */
    static Segments of(InputStream raw, int longest) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(raw, 1 << 16);
        bytes.mark(START);
        byte[] first = bytes.readNBytes(START);
        bytes.reset();
        String start = new String(first, StandardCharsets.ISO_8859_1);
        int una = blanks(start, 0);
        boolean advised = start.startsWith("UNA", una) && start.length() >= una + 9;
        Separators separators = advised ? Separators.of(start.substring(una + 3, una + 9)) : Separators.PLAIN;
        int unb = start.indexOf("UNB", advised ? una + 9 : una);
        if (!advised && unb >= 0 && start.startsWith("\u001d", unb + 3)) {
            separators = Separators.INFORMATION;
        }
        String repertoire = unb >= 0 && start.length() >= unb + 8 ? start.substring(unb + 4, unb + 8) : "";
        Reader decoded = new InputStreamReader(
                bytes,
                Repertoire.of(repertoire)
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
        Segments segments = new Segments(decoded, separators, advised || start.startsWith("UNB", una), longest);
        for (int i = 0; i < (advised ? una + 9 : 0); i++) {
            segments.read();
        }
        return segments;
    }

    private static int blanks(String start, int from) {
        int at = from;
        while (at < start.length() && (start.charAt(at) <= ' ' || start.startsWith("\u00ef\u00bb\u00bf", at))) {
            at += start.charAt(at) <= ' ' ? 1 : 3;
        }
        return at;
    }

    Separators separators() {
        return separators;
    }

    /** Its UNB, or null if it is no interchange: whatever else it is, nobody has to read it to the end of a segment. */
    Segment header() throws IOException {
        Segment first = begun && separators.sound() ? next() : null;
        return first == null || !first.tag().equals("UNB") ? null : first;
    }

    /** The next segment, or null at the end. */
    Segment next() throws IOException {
        int c = read();
        while (c >= 0 && c != separators.terminator() && (c <= ' ' || c == '\ufeff') && c != separators.element()) {
            c = read();
        }
        if (c < 0) {
            return null;
        }
        int startLine = line;
        int startColumn = column;
        text.setLength(0);
        List<Integer> breaks = List.of();
        int strange = -1;
        boolean beyond = false;
        int seen = line;
        while (c >= 0 && c != separators.terminator()) {
            if (c == '\n' || c == '\r') {
                if (line != seen) {
                    breaks = breaks.isEmpty() ? new ArrayList<>() : breaks;
                    breaks.add(text.length());
                    seen = line;
                }
            } else {
                if (c < ' ' || c > '~') {
                    beyond |= Character.isSurrogate((char) c);
                    if (strange < 0 && !Repertoire.allows((char) c) && !service((char) c)) {
                        strange = text.length();
                    }
                }
                append((char) c);
                if (c == separators.release() && c != 0) {
                    c = read();
                    if (c >= 0) {
                        append((char) c);
                    }
                }
            }
            c = c < 0 ? c : read();
        }
        return new Segment(separators, text.toString(), startLine, startColumn, breaks, strange, beyond, c >= 0);
    }

    private boolean service(char c) {
        return c == separators.element()
                || c == separators.component()
                || c == separators.release()
                || c == separators.repetition();
    }

    private void append(char c) {
        if (text.length() <= longest) {
            text.append(c);
        }
    }

    private int read() throws IOException {
        if (at == filled) {
            filled = Math.max(in.read(buffer), 0);
            at = 0;
            if (filled == 0) {
                return -1;
            }
        }
        char c = buffer[at++];
        returned = c == '\n' && returned; // true for the second half of a line break
        if (c == '\n' || c == '\r') {
            if (!returned) {
                line++;
            }
            returned = c == '\r';
            column = 0;
        } else {
            column++;
        }
        return c;
    }
}
