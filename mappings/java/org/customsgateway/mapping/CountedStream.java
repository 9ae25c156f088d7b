package org.customsgateway.mapping;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of an interchange, counted, and at an end when there are more than allowed. It remembers a failure of the stream
 * below, which is ours, so that it is not taken for a fault in the bytes, which is the sender's.
 */
public final class CountedStream extends FilterInputStream {

    private final long most;
    private long count;
    private IOException failure;

    public CountedStream(InputStream below, long most) {
        super(below);
        this.most = most;
    }

    public boolean over() {
        return count > most;
    }

    long count() {
        return count;
    }

    /** Throws what the stream below threw, if it did. */
    public void rethrow() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (over()) {
            return -1;
        }
        try {
            int got = in.read(into, from, length);
            count += Math.max(got, 0);
            return over() ? -1 : got;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void close() {
        // the caller's to close
    }
}
