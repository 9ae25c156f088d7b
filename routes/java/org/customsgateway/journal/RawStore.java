package org.customsgateway.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.customsgateway.message.RawBytes;

/** Raw bytes on disk, addressed by their SHA-256: {@code <folder>/ab/cdef…}. What {@link #put} has returned from is on disk. */
public final class RawStore {

    /** Makes the folder, clears away what a crash has left half written. */
    public static RawStore open(Path folder) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Keeps the bytes. The stream is read to its end and not closed.
     *
     * @throws TooLarge when there are more than {@code limit} bytes; nothing is kept
     */
    public RawBytes put(InputStream bytes, long limit) throws IOException {
        throw new UnsupportedOperationException();
    }

    public RawBytes put(byte[] bytes) throws IOException {
        throw new UnsupportedOperationException();
    }

    public InputStream open(RawBytes raw) throws IOException {
        throw new UnsupportedOperationException();
    }
}
