package org.customsgateway.connector.sftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.apache.sshd.common.session.Session;

/** A file whose reading ends the session after its first bytes. */
final class Cut implements SeekableByteChannel {

    private final SeekableByteChannel file;
    private final Session session;
    private boolean begun;

    Cut(SeekableByteChannel file, Session session) {
        this.file = file;
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

    @Override
    public int write(ByteBuffer from) throws IOException {
        return file.write(from);
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        file.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        file.truncate(size);
        return this;
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
