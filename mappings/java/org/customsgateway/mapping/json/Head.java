package org.customsgateway.mapping.json;

import java.io.IOException;
import java.io.PushbackReader;

/**
 * What the first characters of an interchange tell.
 *
 * @param encoding whether they are in something else than UTF-8
 * @param lines whether each line is a document of its own (newline-delimited JSON)
 */
record Head(boolean encoding, boolean lines) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Looks, and pushes back what was read but a byte order mark, which RFC 8259, 8.1, allows to be ignored. */
    static Head of(PushbackReader characters, int most) throws IOException {
        char[] read = new char[most];
        int length = 0;
        for (int got = 0; got >= 0 && length < most; length += Math.max(got, 0)) {
            got = characters.read(read, length, most - length);
        }
        int start = length > 0 && read[0] == BYTE_ORDER_MARK ? 1 : 0;
        characters.unread(read, start, length - start);
        String head = new String(read, start, Math.min(length - start, most));
        boolean foreign = head.startsWith(String.valueOf(Characters.BROKEN)) || head.startsWith("\u0000");
        boolean wide = head.length() > 1 && head.charAt(1) == 0;
        return new Head(foreign || wide, lines(head));
    }

    /**
     * The first line begins like a document, and so does the next, where one document would not go on like that. So a first
     * line that is broken does not hide the others.
     */
    private static boolean lines(String head) {
        int end = head.indexOf('\n');
        String first = end < 0 ? "" : head.substring(0, end).strip();
        return first.startsWith("{")
                && ":,[{".indexOf(first.charAt(first.length() - 1)) < 0
                && head.substring(end).stripLeading().startsWith("{");
    }
}
