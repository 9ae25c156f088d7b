package org.customsgateway.hostile;

import java.io.InputStream;
import java.util.Arrays;

/** A beginning, and then one line of so many digits, made while it is read. */
final class EndlessLine extends InputStream {

    private final byte[] head;
    private final long size;
    private long at;

    EndlessLine(byte[] head, long size) {
        this.head = head;
        this.size = size;
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] into, int from, int most) {
        if (at >= size) {
            return -1;
        }
        if (at < head.length) {
            int count = Math.min(most, head.length - (int) at);
            System.arraycopy(head, (int) at, into, from, count);
            at += count;
            return count;
        }
        int count = (int) Math.min(most, size - at);
        Arrays.fill(into, from, from + count, (byte) '1');
        at += count;
        return count;
    }
}
