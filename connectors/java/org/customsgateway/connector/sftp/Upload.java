package org.customsgateway.connector.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/** A file that a client is writing. */
final class Upload {

    private final Place place;
    private final Path file;
    private final Object identity;
    private volatile boolean broken;

    Upload(Place place, Path file) throws IOException {
        this.place = place;
        this.file = file;
        this.identity = identity();
    }

    Place place() {
        return place;
    }

    Path file() {
        return file;
    }

    /** A write failed: whatever the client does next, this is not what it meant to send. False when it was so before. */
    synchronized boolean breaks() {
        boolean before = broken;
        broken = true;
        return !before;
    }

    boolean isWhole() throws IOException {
        return !broken && Files.exists(file, LinkOption.NOFOLLOW_LINKS) && Objects.equals(identity, identity());
    }

    /** Temporary names stay, for the client to go on with. */
    void discard() throws IOException {
        var anothers = Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Objects.equals(identity, identity());
        if (!anothers && !TemporaryName.is(place.name())) {
            Files.deleteIfExists(file);
        }
    }

    private Object identity() throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }
}
