package org.customsgateway.connector.as2;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The file of the gateway's own keys (PKCS#12), for those who tend it. It is written anew and put in the place of the old one at
 * once, so that a running gateway never sees half of it; nobody else may read it.
 */
public record KeyStoreFile(Path file, String password) {

    private static final int BITS = 3072;

    /** Empty where there is no file. */
    public List<OwnKey> keys() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, password);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("the key store " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    static List<OwnKey> read(InputStream in, String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(in, password.toCharArray());
        var all = new ArrayList<OwnKey>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, password.toCharArray()) instanceof java.security.PrivateKey key) {
                var chain = Arrays.stream(store.getCertificateChain(alias))
                        .map(X509Certificate.class::cast)
                        .toList();
                all.add(new OwnKey(alias, key, chain));
            }
        }
        return List.copyOf(all);
    }

    /**
     * A new RSA key with a self-signed certificate, put into the file.
     *
     * @param name common name of the certificate
     * @throws IllegalArgumentException when the alias is taken
     */
    public OwnKey make(String alias, String name, Instant from, Duration lasts, SecureRandom chance) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS, chance);
            KeyPair pair = generator.generateKeyPair();
            var subject = new X500Principal("CN=" + name);
            var builder = new JcaX509v3CertificateBuilder(
                            subject,
                            new BigInteger(127, chance),
                            Date.from(from),
                            Date.from(from.plus(lasts)),
                            subject,
                            pair.getPublic())
                    .addExtension(
                            Extension.keyUsage,
                            true,
                            new KeyUsage(
                                    KeyUsage.digitalSignature | KeyUsage.keyEncipherment | KeyUsage.nonRepudiation));
            var signer = new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
            var key = new OwnKey(
                    alias,
                    pair.getPrivate(),
                    List.of(new JcaX509CertificateConverter().getCertificate(builder.build(signer))));
            add(key);
            return key;
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("no key could be made", e);
        }
    }

    /** @throws IllegalArgumentException when the alias is taken */
    public void add(OwnKey added) {
        var all = new ArrayList<>(keys());
        if (all.stream().anyMatch(key -> key.alias().equalsIgnoreCase(added.alias()))) {
            throw new IllegalArgumentException("there is a key '" + added.alias() + "' already: choose another alias");
        }
        all.add(added);
        try {
            write(all);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the key store " + file + " cannot be written", e);
        }
    }

    private void write(List<OwnKey> all) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (OwnKey key : all) {
            store.setKeyEntry(
                    key.alias(), key.key(), password.toCharArray(), key.chain().toArray(Certificate[]::new));
        }
        var onlyOurs = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path written = Files.createTempFile(folder, ".keys", "", onlyOurs);
        try (OutputStream out = Files.newOutputStream(written)) {
            store.store(out, password.toCharArray());
        }
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
