package org.customsgateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.customsgateway.connector.Secret;

/** Passwords that nobody has to think up: made at the first start and kept in a file that only the gateway's user can read. */
final class Passwords {

    private static final int BYTES = 24;

    private Passwords() {}

    /** The one that is set, or one of our own that is kept: its owner reads it from the file, or sets another in its place. */
    static Secret secret(GatewayConfig config, String key, String name) {
        return config.values().getOrDefault(key, "").isEmpty()
                ? kept(config.data().resolve("secrets"), name)
                : config.reference(key);
    }

    static Secret kept(Path folder, String user) {
        Path file = folder.resolve(user + ".password");
        try {
            if (!Files.exists(file)) {
                make(folder, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the password of " + user, e);
        }
        return Secret.reference("file:" + file.getFileName(), folder, System::getenv);
    }

    /** The file is there whole or not at all, and of two that start at once both have the same. */
    private static void make(Path folder, Path file) throws IOException {
        Files.createDirectories(folder);
        byte[] chance = new byte[BYTES];
        new SecureRandom().nextBytes(chance);
        var onlyOurs = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path written = Files.createTempFile(folder, ".", "", onlyOurs);
        try {
            Files.writeString(written, Base64.getUrlEncoder().withoutPadding().encodeToString(chance));
            Files.createLink(file, written);
        } catch (FileAlreadyExistsException made) {
            // by the other, just now
        } finally {
            Files.delete(written);
        }
    }
}
