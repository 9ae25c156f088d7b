package org.customsgateway.connector.as2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds the parts of a multipart body (RFC 2046, 5.1.1) without holding it. */
final class Multipart {

    private static final int MOST = 10;
    private static final int CHUNK = 32 * 1024;

    /** A boundary has at most 70 characters; blanks may follow it. */
    private static final int LONGEST_DELIMITER = 300;

    private final Part body;
    private final String delimiter;
    private final byte[] line = new byte[LONGEST_DELIMITER];
    private final List<Part> parts = new ArrayList<>();
    /** Where the part in hand begins; before the first delimiter -1. */
    private long begin = -1;

    private Multipart(Part body, String boundary) {
        this.body = body;
        this.delimiter = "--" + boundary;
    }

    /** @throws IllegalArgumentException when it is none, or has no end */
    static List<Part> parts(Part body, String boundary) throws IOException {
        if (boundary.isEmpty() || boundary.length() > 200) {
            throw new IllegalArgumentException("no boundary");
        }
        return new Multipart(body, boundary).find();
    }

    /** By chunks: a read of one byte costs as much as the digest of ten. */
    private List<Part> find() throws IOException {
        var chunk = new byte[CHUNK];
        long at = 0;
        long start = 0;
        int lineEnd = 0;
        boolean returned = false;
        try (InputStream in = body.open()) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                for (int i = 0; i < read; i++, at++) {
                    byte b = chunk[i];
                    if (b == '\n') {
                        if (endsHere(start, at - start, lineEnd, at + 1)) {
                            return parts;
                        }
                        lineEnd = returned ? 2 : 1;
                        start = at + 1;
                    } else if (at - start < LONGEST_DELIMITER) {
                        line[(int) (at - start)] = b;
                    }
                    returned = b == '\r';
                }
            }
        }
        if (endsHere(start, at - start, lineEnd, at + 1)) {
            return parts;
        }
        throw new IllegalArgumentException("no end of the parts");
    }

    /**
     * Looks at a line. Returns whether it is the last delimiter.
     *
     * @param lineEnd length of the line end before it, which belongs to the delimiter
     */
    private boolean endsHere(long start, long length, int lineEnd, long next) {
        if (length < delimiter.length() || length > LONGEST_DELIMITER) {
            return false;
        }
        var text = new String(line, 0, (int) length, StandardCharsets.ISO_8859_1).stripTrailing();
        boolean last = text.equals(delimiter + "--");
        if (!last && !text.equals(delimiter)) {
            return false;
        }
        if (begin >= 0) {
            if (parts.size() == MOST) {
                throw new IllegalArgumentException("too many parts");
            }
            parts.add(new Part(body.spool(), body.from() + begin, body.from() + Math.max(begin, start - lineEnd)));
        }
        begin = next;
        return last;
    }
}
