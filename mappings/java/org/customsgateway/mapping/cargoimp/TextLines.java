package org.customsgateway.mapping.cargoimp;

import java.io.IOException;
import java.io.InputStream;

/** The lines of a file, one after another, whatever ends them. A character is a byte: Cargo-IMP has no others. */
final class TextLines {

    private static final int BUFFER = 1 << 14;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private int at;
    private int number;
    private boolean gap;

    /** @param longest characters of a line that are kept */
    TextLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line that is not blank, or null at the end. */
    TextLine next() throws IOException {
        while (true) {
            TextLine line = line();
            if (line == null) {
                return null;
            }
            if (!line.plain().isEmpty()) {
                gap = false;
                return line;
            }
            gap = true;
        }
    }

    private TextLine line() throws IOException {
        StringBuilder text = new StringBuilder(80);
        boolean over = false;
        int c = read();
        if (c < 0) {
            return null;
        }
        number++;
        while (c >= 0 && c != '\n' && c != '\r') {
            if (text.length() < longest) {
                text.append((char) c);
            } else {
                over = true;
            }
            c = read();
        }
        String end = c < 0 ? "" : c == '\n' ? "LF" : "CR";
        if (c == '\r' && peek() == '\n') {
            read();
            end = "CRLF";
        }
        return new TextLine(unframed(text), number, end, gap, over);
    }

    /** Without a byte order mark, and without what a teleprinter line puts around a text: SOH, STX, ETX, VT. */
    private String unframed(StringBuilder text) {
        int from = number == 1 && text.length() >= 3 && text.substring(0, 3).equals("\u00EF\u00BB\u00BF") ? 3 : 0;
        int to = text.length();
        while (from < to && frame(text.charAt(from))) {
            from++;
        }
        while (to > from && frame(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean frame(char c) {
        return c >= 1 && c <= 4 || c == 0x0B;
    }

    private int peek() throws IOException {
        if (at == filled) {
            filled = Math.max(0, in.read(buffer, 0, BUFFER));
            at = 0;
        }
        return at == filled ? -1 : buffer[at] & 0xff;
    }

    private int read() throws IOException {
        int c = peek();
        at += c < 0 ? 0 : 1;
        return c;
    }
}
