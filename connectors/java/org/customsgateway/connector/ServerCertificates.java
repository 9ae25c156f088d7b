package org.customsgateway.connector;

import de.dentrassi.crypto.pem.PemKeyStoreProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What a listener with TLS shows, by the file of its key, which is read again when it has changed: PEM where the name ends so, else PKCS#12. */
public final class ServerCertificates {

    private final Path store;
    private final Optional<Secret> password;
    private FileTime read;
    private List<X509Certificate> all = List.of();

    public ServerCertificates(Path store, Optional<Secret> password) {
        this.store = store;
        this.password = password;
    }

    /**
     * Those of its keys, without what vouches for them.
     *
     * @throws IllegalStateException when the file cannot be read
     */
    public synchronized List<X509Certificate> all() {
        try {
            FileTime changed = Files.getLastModifiedTime(store);
            if (!changed.equals(read)) {
                all = ofKeys();
                read = changed;
            }
            return all;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the key store " + store.getFileName() + " cannot be read", e);
        }
    }

    private List<X509Certificate> ofKeys() throws IOException, GeneralSecurityException {
        KeyStore keys = store.toString().endsWith(".pem")
                ? KeyStore.getInstance("PEM", new PemKeyStoreProvider())
                : KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password.map(Secret::reveal).orElse("").toCharArray());
        }
        List<X509Certificate> found = new ArrayList<>();
        for (String alias : Collections.list(keys.aliases())) {
            if (keys.isKeyEntry(alias) && keys.getCertificate(alias) instanceof X509Certificate certificate) {
                found.add(certificate);
            }
        }
        return List.copyOf(found);
    }
}
