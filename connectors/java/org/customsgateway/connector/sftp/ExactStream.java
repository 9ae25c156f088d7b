package org.customsgateway.connector.sftp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A download that must have the size that was listed: less was cut off, more is still being written. */
final class ExactStream extends FilterInputStream {

    private final long size;
    private long count;

    ExactStream(InputStream in, long size) {
        super(in);
        this.size = size;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int most) throws IOException {
        var read = in.read(into, at, most);
        count += Math.max(0, read);
        if (count > size || read < 0 && count < size) {
            throw new IOException("the file has not the " + size + " bytes that were listed");
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
