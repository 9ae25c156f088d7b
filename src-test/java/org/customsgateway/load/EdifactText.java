package org.customsgateway.load;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Segments as they are written, and how many of them the message has so far. */
final class EdifactText {

    private final StringBuilder text = new StringBuilder(65_536);
    private int segments;

    /** A message starts. */
    void message() {
        segments = 0;
    }

    void segment(String segment) {
        text.append(segment).append("'\n");
        segments++;
    }

    int segments() {
        return segments;
    }

    int length() {
        return text.length();
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
        text.setLength(0);
    }
}
