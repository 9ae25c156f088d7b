package org.customsgateway.connector.sftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A file that may not grow beyond a limit. */
final class CappedChannel extends FilterChannel {

    private final long limit;

    CappedChannel(SeekableByteChannel file, long limit) {
        super(file);
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
}
