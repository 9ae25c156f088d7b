package org.customsgateway.connector.queue;

import jakarta.jms.JMSException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The body of a message in a file for as long as it is worked on: the client library holds it in memory otherwise. */
final class Spool implements AutoCloseable {

    private final Path file;

    private Spool(Path file) {
        this.file = file;
    }

    static Spool of(TakenMessage message, long limit) throws IOException, JMSException {
        var spool = new Spool(Files.createTempFile("message", ".part"));
        try (var out = new CappedOutput(new BufferedOutputStream(Files.newOutputStream(spool.file)), limit)) {
            message.write(out);
        } catch (IOException | JMSException | RuntimeException failure) {
            spool.close();
            throw failure;
        }
        return spool;
    }

    InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
