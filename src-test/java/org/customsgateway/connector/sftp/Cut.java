package org.customsgateway.connector.sftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.apache.sshd.common.session.Session;

/** A file whose reading ends the session after its first bytes. */
final class Cut extends FilterChannel {

    private final Session session;
    private boolean begun;

    Cut(SeekableByteChannel file, Session session) {
        super(file);
        this.session = session;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (begun) {
            session.close(true);
            throw new IOException("cut");
        }
        begun = true;
        into.limit(Math.min(into.limit(), into.position() + 10));
        return file.read(into);
    }
}
