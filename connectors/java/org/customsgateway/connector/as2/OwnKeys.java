package org.customsgateway.connector.as2;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.customsgateway.connector.As2Wire;
import org.customsgateway.connector.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway's own keys, from PKCS#12: a file, or the environment, where it stands in base64. They are kept in memory, because
 * opening the store takes longer than all else that is done for a message; a changed file is read again.
 */
public final class OwnKeys {

    private static final Logger LOG = LoggerFactory.getLogger(OwnKeys.class);

    private final String store;
    private final Path folder;
    private final Optional<Secret> password;
    private Object stamp;
    private volatile List<OwnKey> keys = List.of();

    /**
     * @param store a path, or {@code env:NAME}
     * @param folder what a relative path starts from
     */
    public OwnKeys(String store, Path folder, Optional<Secret> password) {
        this.store = store;
        this.folder = folder;
        this.password = password;
    }

    /** @throws IllegalStateException when they cannot be read */
    public List<OwnKey> all() {
        if (!stamp().equals(stamp)) {
            read();
        }
        return keys;
    }

    /** The one that signs towards a partner now. */
    public Optional<OwnKey> signing(As2Wire wire, Instant now) {
        if (wire.keys().isEmpty()) {
            // the old one as long as it lasts: the partner may not know the new one yet
            return all().stream()
                    .filter(key -> isValid(key.certificate(), now))
                    .min(Comparator.comparing(key -> key.certificate().getNotAfter()));
        }
        return wire.keys().stream()
                .filter(alias -> alias.isValid(now))
                .flatMap(alias -> all().stream().filter(key -> key.alias().equalsIgnoreCase(alias.alias())))
                .filter(key -> isValid(key.certificate(), now))
                .findFirst();
    }

    private static boolean isValid(X509Certificate certificate, Instant now) {
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant());
    }

    private synchronized void read() {
        Object now = stamp();
        if (now.equals(stamp)) {
            return;
        }
        try {
            keys = KeyStoreFile.read(
                    new ByteArrayInputStream(bytes()),
                    password.map(Secret::reveal).orElse(""));
            stamp = now;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            if (stamp == null) {
                throw new IllegalStateException("the AS2 keys cannot be read: " + e.getMessage(), e);
            }
            // half written, perhaps: the next message looks again
            LOG.warn("the changed AS2 keys cannot be read, the former stay: {}", e.toString());
        }
    }

    private byte[] bytes() throws IOException {
        return store.startsWith("env:")
                ? Base64.getMimeDecoder()
                        .decode(Secret.reference(store, folder, System::getenv).reveal())
                : Files.readAllBytes(folder.resolve(store));
    }

    /** Changes when the file does. */
    private Object stamp() {
        if (store.startsWith("env:")) {
            return "environment";
        }
        try {
            var attributes = Files.readAttributes(folder.resolve(store), BasicFileAttributes.class);
            return List.of(attributes.lastModifiedTime(), attributes.size(), String.valueOf(attributes.fileKey()));
        } catch (IOException e) {
            return stamp == null ? "none" : stamp;
        }
    }
}
