package org.customsgateway.connector.sftp;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.io.input.ProxyInputStream;

/** What is put on a partner's server: as long as more of it is asked for, the server takes it. */
final class Upstream extends ProxyInputStream {

    private final Line line;
    private final Allowance allowance;
    private long since = System.nanoTime();

    Upstream(InputStream in, Line line, Allowance allowance) {
        super(in);
        this.line = line;
        this.allowance = allowance;
    }

    @Override
    protected void afterRead(int read) throws IOException {
        long now = System.nanoTime();
        allowance.moved(read, now - since);
        since = now;
        line.goesOn(allowance.left());
    }
}
