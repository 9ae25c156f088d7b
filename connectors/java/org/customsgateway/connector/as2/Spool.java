package org.customsgateway.connector.as2;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.io.input.BoundedInputStream;

/** Bytes on their way: in memory while they are few, in a file that is gone when this is closed once they are many. */
final class Spool extends OutputStream {

    private static final int FEW = 64 * 1024;
    private static final int CHUNK = 32 * 1024;

    private final Path folder;
    private final long most;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private Path file;
    private OutputStream toFile;
    private long size;

    /** @param most bytes that are taken: {@link TooMany} is thrown at one more */
    Spool(Path folder, long most) {
        this.folder = folder;
        this.most = most;
    }

    /** More bytes than are taken. */
    static final class TooMany extends IOException {
        TooMany(long most) {
            super("more than " + most + " bytes");
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        size += length;
        if (size > most) {
            throw new TooMany(most);
        }
        if (toFile == null && size > FEW) {
            file = Files.createTempFile(folder, "spool", "");
            toFile = new java.io.BufferedOutputStream(Files.newOutputStream(file), CHUNK);
            memory.writeTo(toFile);
            memory = null;
        }
        if (toFile == null) {
            memory.write(bytes, offset, length);
        } else {
            toFile.write(bytes, offset, length);
        }
    }

    /** All that was written so far. */
    Part all() throws IOException {
        flush();
        return new Part(this, 0, size);
    }

    InputStream open(long from, long to) throws IOException {
        if (file == null) {
            return new ByteArrayInputStream(memory.toByteArray(), (int) from, (int) (to - from));
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        channel.position(from);
        InputStream part = BoundedInputStream.builder()
                .setInputStream(Channels.newInputStream(channel))
                .setMaxCount(to - from)
                .get();
        return new java.io.BufferedInputStream(part, CHUNK);
    }

    @Override
    public void flush() throws IOException {
        if (toFile != null) {
            toFile.flush();
        }
    }

    @Override
    public void close() throws IOException {
        if (toFile != null) {
            try {
                toFile.close();
            } finally {
                Files.deleteIfExists(file);
            }
        }
    }
}
