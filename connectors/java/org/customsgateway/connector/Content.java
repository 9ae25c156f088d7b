package org.customsgateway.connector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes that can be read from their beginning as often as somebody likes, wherever they lie. */
@FunctionalInterface
public interface Content {

    InputStream open() throws IOException;

    static Content of(Path file) {
        return () -> Files.newInputStream(file);
    }

    /** For those that are small. */
    default byte[] all() throws IOException {
        try (InputStream in = open()) {
            return in.readAllBytes();
        }
    }
}
