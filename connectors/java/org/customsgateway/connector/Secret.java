package org.customsgateway.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A reference to a secret, {@code env:NAME} or {@code file:path}, looked up when it is used. It never holds or shows
 * the secret itself.
 */
public final class Secret {

    private final String reference;
    private final Path folder;
    private final UnaryOperator<String> environment;

    private Secret(String reference, Path folder, UnaryOperator<String> environment) {
        this.reference = reference;
        this.folder = folder;
        this.environment = environment;
    }

    /**
     * @param folder what a relative path starts from
     * @param environment {@code System::getenv}
     * @throws IllegalArgumentException when it is no reference, with a text that does not repeat it: it may be a secret
     */
    public static Secret reference(String text, Path folder, UnaryOperator<String> environment) {
        if (!text.matches("env:[A-Za-z_][A-Za-z0-9_]*|file:.+")) {
            throw new IllegalArgumentException("a secret is not written here: name where it is, env:NAME or file:path");
        }
        return new Secret(text, folder, environment);
    }

    /** @throws IllegalStateException when it is not there, saying where it was looked for */
    public String reveal() {
        if (reference.startsWith("env:")) {
            var value = environment.apply(reference.substring(4));
            if (value == null || value.isEmpty()) {
                throw new IllegalStateException(
                        "the environment variable " + reference.substring(4) + " is not set: set it and try again");
            }
            return value;
        }
        var file = folder.resolve(reference.substring(5));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IllegalStateException(
                    "the file " + reference.substring(5) + " cannot be read: put it there, readable by the gateway");
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.reference.equals(reference) && secret.folder.equals(folder);
    }

    @Override
    public int hashCode() {
        return reference.hashCode();
    }

    /** The reference, not the secret. */
    @Override
    public String toString() {
        return reference;
    }
}
