package org.customsgateway.connector.sftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A file that may not grow beyond a limit. */
final class CappedChannel implements SeekableByteChannel {

    private final SeekableByteChannel file;
    private final long limit;

    CappedChannel(SeekableByteChannel file, long limit) {
        this.file = file;
        this.limit = limit;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        if (file.position() + bytes.remaining() > limit) {
            bytes.limit(bytes.position() + (int) Math.max(0, limit - file.position()));
            file.write(bytes);
            throw new TooBig("larger than the " + (limit - 1) + " bytes that are allowed");
        }
        return file.write(bytes);
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        return file.read(bytes);
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
