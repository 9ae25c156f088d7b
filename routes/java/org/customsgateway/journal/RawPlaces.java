package org.customsgateway.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Under what names raw bytes lie: by their hash, {@code ab/cdef…}, where data lies open; by a keyed hash of it where it is sealed,
 * {@code ab/cdef….<id of the key>}, or {@code ab/cdef….open} for what was there before.
 */
final class RawPlaces {

    private static final String OPEN = "open";

    /** That all names are hidden: nobody has to look again. */
    private static final String HIDDEN = "names-hidden";

    private final Path folder;
    private final Vault vault;

    RawPlaces(Path folder, Vault vault) {
        this.folder = folder;
        this.vault = vault;
    }

    /** Where new bytes are to lie. */
    Path fresh(String sha256) {
        return vault.on() ? place(vault.name(sha256), vault.keys().first().id()) : place(sha256, "");
    }

    /** Where they lie. */
    Optional<Path> find(String sha256) {
        if (!vault.on()) {
            return Optional.of(place(sha256, "")).filter(Files::exists);
        }
        String name = vault.name(sha256);
        return Stream.concat(vault.keys().all().stream().map(DataKey::id), Stream.of(OPEN))
                .map(ending -> place(name, ending))
                .filter(Files::exists)
                .findFirst();
    }

    /** The id of the key that a file is sealed with. */
    static Optional<String> key(Path file) {
        String name = file.getFileName().toString();
        int dot = name.indexOf('.');
        return dot < 0 || name.endsWith("." + OPEN) ? Optional.empty() : Optional.of(name.substring(dot + 1));
    }

    /** All folders at once, so that no put has to sync more than the one that its file is in. */
    void make() throws IOException {
        for (Path one : folders()) {
            Files.createDirectories(one);
        }
        if (vault.on() && !Files.exists(folder.resolve(HIDDEN))) {
            hide();
            Files.createFile(folder.resolve(HIDDEN));
        }
        sync(folder);
    }

    List<Path> folders() {
        return Stream.iterate(0, i -> i + 1)
                .limit(256)
                .map(i -> folder.resolve(HexFormat.of().toHexDigits(i.byteValue())))
                .toList();
    }

    /** What was kept before there was a key. A crash on the way leaves some for the next time. */
    private void hide() throws IOException {
        for (Path one : folders()) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(one, file -> !isHidden(file))) {
                for (Path file : files) {
                    String sha256 = one.getFileName().toString() + file.getFileName();
                    Files.move(file, place(vault.name(sha256), OPEN), StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
        for (Path one : folders()) {
            sync(one);
        }
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().contains(".");
    }

    /** What tells a file from all others, in one path segment. */
    static String name(Path file) {
        return file.getParent().getFileName().toString() + file.getFileName();
    }

    /** Where the file of this {@link #name} lies. */
    Path named(String name) {
        return place(name, "");
    }

    private Path place(String name, String ending) {
        return folder.resolve(name.substring(0, 2)).resolve(name.substring(2) + (ending.isEmpty() ? "" : "." + ending));
    }

    /** A name is on disk when its folder is. */
    static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
