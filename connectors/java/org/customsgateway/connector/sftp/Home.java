package org.customsgateway.connector.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.customsgateway.connector.Alarm;
import org.customsgateway.connector.Content;
import org.customsgateway.connector.Delivery;
import org.customsgateway.connector.Door;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Rate;
import org.customsgateway.connector.SafeName;
import org.customsgateway.connector.SftpHostWire;
import org.customsgateway.message.Wire;

/** One partner's home on this host. */
final class Home {

    private final Path root;
    private final Path outgoing;
    private final Door door;
    private final Alarm alarm;
    private final Rate rate;
    private final AtomicInteger sessions = new AtomicInteger();
    private volatile Partner partner;

    /** @param outgoing where replies are written before they are seen; on the same file system */
    Home(Path root, Path outgoing, Partner partner, Door door, Alarm alarm, Rate rate) {
        this.root = root;
        this.outgoing = outgoing;
        this.partner = partner;
        this.door = door;
        this.alarm = alarm;
        this.rate = rate;
        try {
            Files.createDirectories(root.resolve(Place.IN));
            Files.createDirectories(root.resolve(Place.OUT));
            Files.createDirectories(outgoing);
        } catch (IOException failure) {
            throw new UncheckedIOException("the home of " + partner.id() + " cannot be made", failure);
        }
    }

    Path root() {
        return root;
    }

    Partner partner() {
        return partner;
    }

    void use(Partner changed) {
        partner = changed;
    }

    SftpHostWire wire() {
        return partner.wires().sftpHost().orElseThrow();
    }

    Path file(Place place) {
        return root.resolve(place.folder()).resolve(place.stored());
    }

    /** Whether an upload has grown over what the partner may send: by one byte, see {@link #room}. */
    boolean isOverLimit(Path upload) {
        return upload.toFile().length() > partner.limits().interchangeBytes();
    }

    /** How many bytes one more upload may have: one more than the limit, so that it shows when it is over. */
    long room() throws IOException {
        var used = 0L;
        try (var files = Files.list(root.resolve(Place.IN))) {
            for (var file : (Iterable<Path>) files::iterator) {
                used += file.toFile().length();
            }
        }
        return Math.min(partner.limits().interchangeBytes() + 1, wire().quotaBytes() - used);
    }

    boolean enter() {
        if (sessions.incrementAndGet() > wire().sessions()) {
            sessions.decrementAndGet();
            return false;
        }
        return true;
    }

    void leave() {
        sessions.decrementAndGet();
    }

    /** Hands a whole upload in, and removes it when that went well. */
    void receive(Path upload, String name) throws IOException {
        if (!rate.take(partner.limits().perMinute())) {
            throw new IOException(
                    "more than " + partner.limits().perMinute() + " interchanges a minute: send it later");
        }
        var delivery = new Delivery(partner.id(), Wire.SFTP, SafeName.of(name), "");
        try (var bytes = Files.newInputStream(upload, LinkOption.NOFOLLOW_LINKS)) {
            door.receive(delivery, bytes);
        } catch (IOException | RuntimeException failure) {
            warn("not-received", delivery.name(), "the upload was not taken: " + failure.getMessage());
            throw new IOException("not received: send it again later", failure);
        }
        Files.deleteIfExists(upload);
    }

    void warn(String what, String name, String text) {
        alarm.raise(partner.id(), Wire.SFTP, what, name, text);
    }

    /** Puts a reply into {@code out}: whole and durable, or not at all. */
    void deliver(String name, Content content) throws IOException {
        var written = Files.createTempFile(outgoing, "", "");
        try (var bytes = content.open()) {
            Files.copy(bytes, written, StandardCopyOption.REPLACE_EXISTING);
            sync(written, StandardOpenOption.WRITE);
            var out = root.resolve(Place.OUT);
            Files.move(written, out.resolve(SafeName.onDisk(name)), StandardCopyOption.ATOMIC_MOVE);
            sync(out, StandardOpenOption.READ);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static void sync(Path path, StandardOpenOption mode) throws IOException {
        try (var channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    /** What uploads were cut short by the end of the process: nobody was told that they arrived. */
    void sweep() {
        try (var files = Files.list(root.resolve(Place.IN))) {
            for (var file : (Iterable<Path>) files::iterator) {
                if (!TemporaryName.is(file.getFileName().toString())) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the home of " + partner.id() + " cannot be swept", failure);
        }
    }
}
