package org.customsgateway.connector.sftp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file of a partner's server, whose bytes must keep coming. */
final class Download extends FilterInputStream {

    private final Line line;
    private final Allowance allowance;

    Download(InputStream in, Line line, Allowance allowance) {
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
        long begin = System.nanoTime();
        try {
            int read = line.within(allowance.left(), () -> in.read(into, at, most));
            allowance.moved(read, System.nanoTime() - begin);
            return read;
        } catch (IOException failure) {
            throw line.isHungUp() ? new IOException("its bytes come too slowly") : failure;
        }
    }

    /** Is closed with the file, by {@link WatchedOperations#releaseRetrievedFileResources}, which waits for the server. */
    @Override
    public void close() {}
}
