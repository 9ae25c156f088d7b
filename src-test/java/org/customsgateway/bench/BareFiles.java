package org.customsgateway.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The files that a run makes, bare: the raw bytes of each interchange, and of each reply twice (its raw bytes and the file in
 * the partner's folder). Each file is written, synced, renamed and its folder synced.
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
            write(size);
        }
        for (int size : footprint.replies()) {
            write(size);
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
