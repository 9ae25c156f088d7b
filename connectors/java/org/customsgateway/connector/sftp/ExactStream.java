package org.customsgateway.connector.sftp;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.io.input.ProxyInputStream;

/** A download that must have the size that was listed: less was cut off, more is still being written. */
final class ExactStream extends ProxyInputStream {

    private final long size;
    private long count;

    ExactStream(InputStream in, long size) {
        super(in);
        this.size = size;
    }

    @Override
    protected void afterRead(int read) throws IOException {
        count += Math.max(0, read);
        if (count > size || read < 0 && count < size) {
            throw new IOException("the file has not the " + size + " bytes that were listed");
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
