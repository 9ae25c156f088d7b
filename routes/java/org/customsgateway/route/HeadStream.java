package org.customsgateway.route;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Remembers the first bytes that pass: all that is kept of an interchange that is too large to be taken. */
final class HeadStream extends FilterInputStream {

    static final int KEPT = 64 * 1024;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    HeadStream(InputStream in) {
        super(in);
    }

    byte[] kept() {
        return kept.toByteArray();
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0 && kept.size() < KEPT) {
            kept.write(next);
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            kept.write(buffer, offset, Math.min(count, KEPT - kept.size()));
        }
        return count;
    }
}
