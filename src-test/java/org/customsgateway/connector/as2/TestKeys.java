package org.customsgateway.connector.as2;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** RSA keys with self-signed certificates, and stores of them. */
public final class TestKeys {

    public static final String PASSWORD = "changeit";

    private TestKeys() {}

    /** Valid from a day ago. */
    public static OwnKey make(String name, Instant now, Duration lasts) {
        return make(name, now.minus(Duration.ofDays(1)), now.plus(lasts), null);
    }

    /** @param issuer null for self-signed */
    public static OwnKey make(String name, Instant from, Instant until, OwnKey issuer) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            var subject = new X500Principal("CN=" + name);
            var builder = new JcaX509v3CertificateBuilder(
                    issuer == null ? subject : issuer.certificate().getSubjectX500Principal(),
                    BigInteger.valueOf(Math.abs((name + from).hashCode()) + 1L),
                    Date.from(from),
                    Date.from(until),
                    subject,
                    pair.getPublic());
            var signer = new JcaContentSignerBuilder("SHA256withRSA")
                    .build(issuer == null ? pair.getPrivate() : issuer.key());
            X509Certificate own = new JcaX509CertificateConverter().getCertificate(builder.build(signer));
            return new OwnKey(
                    name, pair.getPrivate(), issuer == null ? List.of(own) : List.of(own, issuer.certificate()));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Path store(Path file, OwnKey... keys) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (OwnKey key : keys) {
                store.setKeyEntry(
                        key.alias(),
                        key.key(),
                        PASSWORD.toCharArray(),
                        key.chain().toArray(Certificate[]::new));
            }
            Path written = file.resolveSibling(file.getFileName() + ".new");
            try (OutputStream out = Files.newOutputStream(written)) {
                store.store(out, PASSWORD.toCharArray());
            }
            return Files.move(
                    written,
                    file,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    public static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
