package org.customsgateway.journal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.customsgateway.message.RawBytes;

/**
 * Raw bytes, addressed by their SHA-256. Large ones lie in files, {@code <folder>/ab/cdef…}: what {@link #put} has returned from is
 * on disk, with one sync for the bytes and one for the name; bytes that are there already cost one sync. Small ones lie in the
 * journal, in the transaction of the row that names them, so that they cost no sync of their own. One process may write to a folder
 * at a time.
 */
public final class RawStore {

    /** Most that go into the journal. */
    public static final int SMALL = 64 * 1024;

    private static final int CHUNK = 64 * 1024;

    private final Path folder;
    private final Path halfWritten;
    private final Journal journal;

    private RawStore(Path folder, Journal journal) {
        this.folder = folder;
        this.journal = journal;
        halfWritten = folder.resolve("half-written");
    }

    /** Makes the folders, clears away what a crash has left half written. */
    public static RawStore open(Path folder, Journal journal) throws IOException {
        RawStore store = new RawStore(folder, journal);
        Files.createDirectories(store.halfWritten);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(store.halfWritten)) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
        // all at once, so that no put has to sync more than the folder that its file is in
        for (int i = 0; i < 256; i++) {
            Files.createDirectories(folder.resolve(HexFormat.of().toHexDigits((byte) i)));
        }
        sync(folder);
        return store;
    }

    /**
     * Keeps large bytes, and gives small ones to whoever journals what they are. The stream is read to its end and not closed.
     *
     * @throws TooLarge when there are more than {@code limit} bytes; nothing is kept
     */
    public Kept take(InputStream bytes, long limit) throws IOException {
        byte[] first = bytes.readNBytes(SMALL + 1);
        if (first.length > SMALL) {
            return new Kept(put(new SequenceInputStream(new ByteArrayInputStream(first), bytes), limit), null);
        }
        if (first.length > limit) {
            throw new TooLarge(limit);
        }
        return new Kept(new RawBytes(HexFormat.of().formatHex(sha256().digest(first)), first.length), first);
    }

    public Kept take(byte[] bytes) throws IOException {
        return take(new ByteArrayInputStream(bytes), bytes.length);
    }

    /**
     * Keeps the bytes in a file, however small. The stream is read to its end and not closed.
     *
     * @throws TooLarge when there are more than {@code limit} bytes; nothing is kept
     */
    public RawBytes put(InputStream bytes, long limit) throws IOException {
        Path file = halfWritten.resolve(UUID.randomUUID().toString());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            RawBytes raw = copy(bytes, limit, channel);
            Path place = path(raw);
            if (!Files.exists(place)) {
                channel.force(true);
                Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
            }
            // also when it was there: another thread may have put it there just now
            sync(place.getParent());
            return raw;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    public RawBytes put(byte[] bytes) throws IOException {
        return put(new ByteArrayInputStream(bytes), bytes.length);
    }

    /** @throws java.nio.file.NoSuchFileException when they were never kept */
    public InputStream open(RawBytes raw) throws IOException {
        if (raw.size() <= SMALL) {
            Optional<byte[]> small =
                    journal.read(tx -> tx.row("SELECT bytes FROM raw WHERE sha256 = ?", Columns::bytes, raw.sha256()));
            if (small.isPresent()) {
                return new ByteArrayInputStream(small.get());
            }
        }
        return Files.newInputStream(path(raw));
    }

    private Path path(RawBytes raw) {
        return folder.resolve(raw.sha256().substring(0, 2)).resolve(raw.sha256().substring(2));
    }

    private static RawBytes copy(InputStream bytes, long limit, FileChannel channel) throws IOException {
        MessageDigest digest = sha256();
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
            size += read;
            if (size > limit) {
                throw new TooLarge(limit);
            }
            digest.update(chunk, 0, read);
            ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, read);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
        return new RawBytes(HexFormat.of().formatHex(digest.digest()), size);
    }

    /** A name is on disk when its folder is. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
