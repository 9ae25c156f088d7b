package org.customsgateway.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Takes what a template wrote and leaves out what stayed empty: elements without text and children, then their parents, white
 * space between elements, comments. One pass, so that a template can name every target element without asking whether there is
 * anything to put into it.
 */
final class FilledXml {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final byte[] NOTHING = {};

    /** What is left moves to the front of the same array: it is never longer than what has been read. */
    private final char[] in;

    private final int length;
    private int written;
    /** For each open element, where its start tag begins in what is written; its sign bit is set once it holds something. */
    private int[] open = new int[32];

    private int depth;

    private FilledXml(char[] in, int length) {
        this.in = in;
        this.length = length;
    }

    /**
     * UTF-8; empty if nothing was filled.
     *
     * @throws IllegalArgumentException if start and end tags do not match
     */
    static byte[] of(OutputBuffer buffer) {
        return new FilledXml(buffer.characters(), buffer.length()).bytes();
    }

    private byte[] bytes() {
        int at = 0;
        while (at < length) {
            at = in[at] == '<' ? markup(at) : text(at);
        }
        if (depth != 0) {
            throw new IllegalArgumentException("an element is not closed");
        }
        return written == 0
                ? NOTHING
                : DECLARATION.concat(new String(in, 0, written)).getBytes(StandardCharsets.UTF_8);
    }

    private int text(int from) {
        int end = from;
        boolean blank = true;
        boolean controls = false;
        char c;
        while (end < length && (c = in[end]) != '<') {
            if (c > ' ') {
                blank = false;
            } else {
                controls |= c < ' ' && c != '\n' && c != '\t' && c != '\r';
            }
            end++;
        }
        if (blank) {
            return end;
        }
        if (controls) {
            copyWithoutControls(from, end);
        } else {
            copy(from, end);
        }
        fill();
        return end;
    }

    /** Control characters have no place in XML 1.0, not even escaped. */
    private void copyWithoutControls(int from, int end) {
        for (int i = from; i < end; i++) {
            char c = in[i];
            if (c >= ' ' || c == '\n' || c == '\t' || c == '\r') {
                in[written++] = c;
            }
        }
    }

    private int markup(int at) {
        char next = at + 1 < length ? in[at + 1] : 0;
        if (next == '!' && starts(at, "<!--")) {
            return find(at, "-->");
        }
        if (next == '?') {
            return find(at, "?>");
        }
        if (next == '!') {
            throw new IllegalArgumentException("neither CDATA nor a document type belongs into a mapping");
        }
        int end = tagEnd(at);
        if (next == '/') {
            close(at, end);
        } else if (in[end - 2] != '/') {
            push();
            copy(at, end);
        }
        return end;
    }

    private void push() {
        if (depth == open.length) {
            open = Arrays.copyOf(open, 2 * depth);
        }
        open[depth++] = written;
    }

    private void close(int at, int end) {
        if (depth == 0) {
            throw new IllegalArgumentException("an element is closed that was not open");
        }
        int mark = open[--depth];
        int start = mark & Integer.MAX_VALUE;
        if (!sameName(start, at, end)) {
            throw new IllegalArgumentException("a start tag and an end tag do not match");
        }
        if (mark < 0) {
            copy(at, end);
            fill();
        } else {
            written = start;
        }
    }

    private boolean sameName(int start, int at, int end) {
        int after = end - 1;
        while (in[after - 1] <= ' ') {
            after--;
        }
        int named = after - (at + 2);
        int rest = start + 1 + named;
        return rest < at
                && Arrays.equals(in, start + 1, rest, in, at + 2, after)
                && (in[rest] == '>' || in[rest] <= ' ');
    }

    private void fill() {
        if (depth > 0) {
            open[depth - 1] |= Integer.MIN_VALUE;
        }
    }

    private void copy(int from, int end) {
        System.arraycopy(in, from, in, written, end - from);
        written += end - from;
    }

    private int tagEnd(int at) {
        char quote = 0;
        for (int i = at + 1; i < length; i++) {
            char c = in[i];
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("a tag does not end");
    }

    private boolean starts(int at, String with) {
        if (at + with.length() > length) {
            return false;
        }
        for (int i = 0; i < with.length(); i++) {
            if (in[at + i] != with.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int find(int at, String mark) {
        for (int i = at; i < length; i++) {
            if (starts(i, mark)) {
                return i + mark.length();
            }
        }
        throw new IllegalArgumentException("a comment does not end");
    }
}
