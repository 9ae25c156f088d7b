package org.customsgateway.connector.sftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A file that gives one byte at a time, each after a pause, until the server is closed. */
final class Slow extends FilterChannel {

    private final Duration pause;
    private final CountDownLatch closed;

    Slow(SeekableByteChannel file, Duration pause, CountDownLatch closed) {
        super(file);
        this.pause = pause;
        this.closed = closed;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (file.position() > 0) {
            pause();
        }
        into.limit(Math.min(into.limit(), into.position() + 1));
        return file.read(into);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        pause();
        return file.write(bytes);
    }

    private void pause() throws IOException {
        try {
            if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("closed");
            }
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }
}
