package org.customsgateway.mapping.reference;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lines of UTF-8 text, with their number; what cannot be text is a fault of that line. */
final class Lines {

    private static final int LONGEST = 1 << 16;

    private final InputStream in;
    private final byte[] ahead = new byte[1 << 16];
    private int next;
    private int end;
    private byte[] line = new byte[256];
    private int number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Of the line that was read last; 1-based. */
    int number() {
        return number;
    }

    /**
     * Null at the end.
     *
     * @throws CharacterCodingException if the line is no UTF-8
     * @throws IOException also if the line is longer than 64 KiB
     */
    String read() throws IOException {
        int length = 0;
        boolean ascii = true;
        if (next == end && !fill()) {
            return null;
        }
        number++;
        while (next < end || fill()) {
            byte b = ahead[next++];
            if (b == '\n') {
                break;
            }
            if (length == LONGEST) {
                throw new IOException("the line is longer than " + LONGEST + " bytes");
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, length * 2);
            }
            ascii &= b > 0;
            line[length++] = b;
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return text(length, ascii);
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, in.read(ahead));
        return end > 0;
    }

    private String text(int length, boolean ascii) throws CharacterCodingException {
        if (ascii) {
            return new String(line, 0, length, StandardCharsets.ISO_8859_1);
        }
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(line, 0, length))
                .toString();
        return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
