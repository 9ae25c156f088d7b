package org.customsgateway.journal;

import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.customsgateway.message.RawBytes;

/**
 * Raw bytes, addressed by their SHA-256; sealed where the journal is, and then nothing of them, not their hash either, is to be seen.
 * Large ones lie in files: what {@link #put} has returned from is on disk, with one sync for the bytes and one for the name; bytes
 * that are there already cost one sync. Small ones lie in the journal, in the transaction of the row that names them, so that they
 * cost no sync of their own. One process may write to a folder at a time.
 */
public final class RawStore {

    /** Most that go into the journal. */
    public static final int SMALL = 64 * 1024;

    /** How the names of files begin that are being removed: the rest says where they were. */
    private static final String ASIDE = "aside-";

    private static final int CHUNK = 64 * 1024;

    /** What else is sealed with the same key cannot be put in a file's place. */
    private static final byte[] CONTEXT = "raw bytes".getBytes(StandardCharsets.UTF_8);

    private final Path halfWritten;
    private final Journal journal;
    private final Vault vault;
    private final RawPlaces places;

    private RawStore(Path folder, Journal journal) {
        halfWritten = folder.resolve("half-written");
        this.journal = journal;
        vault = journal.vault();
        places = new RawPlaces(folder, vault);
    }

    /** The same beside the process that writes there, which has made the folders; only to read and remove. */
    public static RawStore beside(Path folder, Journal journal) {
        return new RawStore(folder, journal);
    }

    /** Makes the folders, clears away what a crash has left half written. */
    public static RawStore open(Path folder, Journal journal) throws IOException {
        RawStore store = new RawStore(folder, journal);
        Files.createDirectories(store.halfWritten);
        store.places.make();
        try (DirectoryStream<Path> left = Files.newDirectoryStream(store.halfWritten)) {
            for (Path file : left) {
                if (!store.isBack(file)) {
                    Files.delete(file);
                }
            }
        }
        return store;
    }

    /** A crash came before it was known whether these bytes were used again: they are where they were, and looked at the next time. */
    private boolean isBack(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (!name.startsWith(ASIDE)) {
            return false;
        }
        Path place = places.named(name.substring(ASIDE.length()));
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        RawPlaces.sync(place.getParent());
        return true;
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
            RawBytes raw;
            try (OutputStream out = sealing(channel)) {
                raw = copy(bytes, limit, out);
            }
            Optional<Path> there = places.find(raw.sha256());
            Path place = there.orElseGet(() -> places.fresh(raw.sha256()));
            if (there.isEmpty() || !isUsedAgain(place, file)) {
                channel.force(true);
                Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
            }
            // also when it was there: another thread may have put it there just now
            RawPlaces.sync(place.getParent());
            return raw;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    public RawBytes put(byte[] bytes) throws IOException {
        return put(new ByteArrayInputStream(bytes), bytes.length);
    }

    /** The bytes as they came. A read fails as soon as it comes to something that was changed, and at an end that came too soon. */
    public InputStream open(RawBytes raw) throws IOException {
        if (raw.size() <= SMALL) {
            Optional<byte[]> small = journal.read(tx -> Kept.read(tx, raw));
            if (small.isPresent()) {
                return new ByteArrayInputStream(small.get());
            }
        }
        Path file = places.find(raw.sha256()).orElseThrow(() -> new NoSuchFileException(raw.sha256()));
        Optional<String> key = RawPlaces.key(file);
        InputStream bytes = Files.newInputStream(file);
        if (key.isEmpty()) {
            return bytes;
        }
        try {
            return vault.files(key.get()).newDecryptingStream(bytes, CONTEXT);
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            bytes.close();
            throw new IOException("raw bytes " + raw.sha256() + " do not open", e);
        }
    }

    /** Tells {@link #remove}, whose row may be gone, that another is coming. False when they were removed just now. */
    private static boolean isUsedAgain(Path place, Path now) throws IOException {
        try {
            Files.setLastModifiedTime(place, Files.getLastModifiedTime(now));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /**
     * Removes bytes that no row names.
     *
     * @return false when they were put, or put again, after {@code unusedSince}: they stay
     */
    boolean remove(String sha256, Instant unusedSince) throws IOException {
        return journal.write(tx -> Kept.remove(tx, sha256, unusedSince)) && removeFile(sha256, unusedSince);
    }

    private boolean removeFile(String sha256, Instant unusedSince) throws IOException {
        Optional<Path> place = places.find(sha256);
        if (place.isEmpty()) {
            return true;
        }
        // first out of the way, then looked at: whoever puts the same bytes now finds none there, or has left his mark
        Path aside = halfWritten.resolve(ASIDE + RawPlaces.name(place.get()));
        Files.move(place.get(), aside, StandardCopyOption.ATOMIC_MOVE);
        boolean unused = Files.getLastModifiedTime(aside).toInstant().isBefore(unusedSince);
        if (unused) {
            Files.delete(aside);
        } else {
            Files.move(aside, place.get(), StandardCopyOption.ATOMIC_MOVE);
        }
        RawPlaces.sync(place.get().getParent());
        return unused;
    }

    private OutputStream sealing(FileChannel channel) throws IOException {
        // the channel is still needed when the stream is closed
        OutputStream out = new FilterOutputStream(Channels.newOutputStream(channel)) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
            }

            @Override
            public void close() {}
        };
        if (!vault.on()) {
            return out;
        }
        try {
            return vault.keys().first().files().newEncryptingStream(out, CONTEXT);
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot seal raw bytes", e);
        }
    }

    private static RawBytes copy(InputStream bytes, long limit, OutputStream out) throws IOException {
        MessageDigest digest = sha256();
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
            size += read;
            if (size > limit) {
                throw new TooLarge(limit);
            }
            digest.update(chunk, 0, read);
            out.write(chunk, 0, read);
        }
        return new RawBytes(HexFormat.of().formatHex(digest.digest()), size);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
