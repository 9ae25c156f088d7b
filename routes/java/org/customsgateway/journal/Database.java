package org.customsgateway.journal;

/**
 * Where the journal lies: the one property that chooses the engine.
 *
 * @param url {@code jdbc:sqlite:<file>} (embedded) or {@code jdbc:postgresql://…}
 * @param user empty for the embedded one
 * @param password empty for the embedded one
 * @param connections most connections held at once: all of PostgreSQL's, or the embedded one's readers
 */
public record Database(String url, String user, String password, int connections) {

    public static Database embedded(java.nio.file.Path file) {
        return new Database("jdbc:sqlite:" + file.toAbsolutePath(), "", "", 4);
    }

    /** Ids and addresses only: a password is never shown. */
    @Override
    public String toString() {
        return url.replaceAll("[?].*", "");
    }
}
