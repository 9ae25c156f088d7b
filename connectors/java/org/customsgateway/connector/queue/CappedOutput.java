package org.customsgateway.connector.queue;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Takes so many bytes and no more: what a message says of its own size need not be true. */
final class CappedOutput extends FilterOutputStream {

    private long left;

    CappedOutput(OutputStream out, long limit) {
        super(out);
        this.left = limit;
    }

    @Override
    public void write(int one) throws IOException {
        take(1);
        out.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        take(count);
        out.write(bytes, from, count);
    }

    private void take(int count) throws IOException {
        left -= count;
        if (left < 0) {
            throw new IOException("larger than allowed");
        }
    }
}
