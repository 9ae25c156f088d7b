package org.customsgateway.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.customsgateway.journal.RawStore;

/**
 * The files that a run makes, bare: each reply in the partner's folder, and the raw bytes of interchanges and replies that are too
 * large for the journal. Each file is written, synced, renamed and its folder synced.
 */
final class BareFiles implements BareRun.Work {

    private final Path folder;
    private final Footprint footprint;

    BareFiles(Path folder, Footprint footprint) {
        this.folder = folder;
        this.footprint = footprint;
    }

    @Override
    public void run() throws IOException {
        Files.createDirectories(folder);
        for (int size : footprint.interchanges()) {
            keep(size);
        }
        for (int size : footprint.replies()) {
            keep(size);
            write(size);
        }
    }

    private void keep(int size) throws IOException {
        if (size > RawStore.SMALL) {
            write(size);
        }
    }

    private void write(int size) throws IOException {
        var file = Files.createTempFile(folder, "", ".part");
        var chunk = ByteBuffer.allocate(64 * 1024);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int left = size; left > 0; ) {
                chunk.clear().limit(Math.min(left, chunk.capacity()));
                left -= channel.write(chunk);
            }
            channel.force(true);
        }
        Files.move(file, Path.of(file + ".xml"), StandardCopyOption.ATOMIC_MOVE);
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
