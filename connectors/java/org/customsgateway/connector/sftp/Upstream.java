package org.customsgateway.connector.sftp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What is put on a partner's server: as long as more of it is asked for, the server takes it. */
final class Upstream extends FilterInputStream {

    private final Line line;
    private final Allowance allowance;
    private long since = System.nanoTime();

    Upstream(InputStream in, Line line, Allowance allowance) {
        super(in);
        this.line = line;
        this.allowance = allowance;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int most) throws IOException {
        int read = in.read(into, at, most);
        long now = System.nanoTime();
        allowance.moved(read, now - since);
        since = now;
        line.goesOn(allowance.left());
        return read;
    }
}
