package org.customsgateway.mapping.json;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/** The lines of an interchange, one in memory at a time; of one that is over the limit only the start. */
final class Lines {

    private final Reader characters;
    private final char[] buffer = new char[1 << 14];
    private int at;
    private int filled;
    private int number;

    Lines(Reader characters) {
        this.characters = characters;
    }

    /** @param number 1-based */
    record Line(String text, int number, boolean over) {

        Reader reader() {
            return new StringReader(over ? "" : text);
        }

        boolean blank() {
            return !over && text.isBlank();
        }
    }

    /** Null at the end. */
    Line next() throws IOException {
        StringBuilder line = new StringBuilder();
        boolean over = false;
        number++;
        for (int c = read(); c != '\n'; c = read()) {
            if (c < 0) {
                return line.isEmpty() ? null : new Line(line.toString(), number, over);
            }
            if (line.length() < JsonLimits.LINE) {
                line.append((char) c);
            } else {
                over = true;
            }
        }
        return new Line(line.toString(), number, over);
    }

    private int read() throws IOException {
        if (at == filled) {
            at = 0;
            filled = characters.read(buffer, 0, buffer.length);
            if (filled < 0) {
                filled = 0;
                return -1;
            }
        }
        return buffer[at++];
    }
}
