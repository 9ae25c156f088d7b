package org.customsgateway;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Somebody who signs with SM2: a new key with a certificate of its own. */
public record Sm2Party(X509Certificate certificate, PrivateKey key) {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private static final Duration YEARS = Duration.ofDays(20 * 365);

    public static Sm2Party valid() {
        return of("sm2p256v1", "SM3withSM2", NOW.minus(YEARS), NOW.plus(YEARS));
    }

    public static Sm2Party expired() {
        return of("sm2p256v1", "SM3withSM2", NOW.minus(YEARS), NOW.minusSeconds(1));
    }

    public static Sm2Party early() {
        return of("sm2p256v1", "SM3withSM2", NOW.plusSeconds(1), NOW.plus(YEARS));
    }

    /** With a curve that the e-port does not know. */
    public static Sm2Party other() {
        return of("secp256r1", "SHA256withECDSA", NOW.minus(YEARS), NOW.plus(YEARS));
    }

    /** The same key under the certificate that it had before this one. */
    public Sm2Party before() {
        var pair = new KeyPair(certificate.getPublicKey(), key);
        return of(pair, "SM3withSM2", NOW.minus(YEARS), NOW.minusSeconds(1));
    }

    private static Sm2Party of(String curve, String algorithm, Instant from, Instant to) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
            generator.initialize(new ECGenParameterSpec(curve));
            return of(generator.generateKeyPair(), algorithm, from, to);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sm2Party of(KeyPair pair, String algorithm, Instant from, Instant to) {
        try {
            X500Name name = new X500Name("CN=Example Declarant");
            var builder = new JcaX509v3CertificateBuilder(
                    name, BigInteger.valueOf(4711), Date.from(from), Date.from(to), name, pair.getPublic());
            var signer =
                    new JcaContentSignerBuilder(algorithm).setProvider(PROVIDER).build(pair.getPrivate());
            return new Sm2Party(
                    new JcaX509CertificateConverter().setProvider(PROVIDER).getCertificate(builder.build(signer)),
                    pair.getPrivate());
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    public String certificatePem() {
        return pem(certificate);
    }

    public String keyPem() {
        try {
            return pem(new JcaPKCS8Generator(key, null));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(Object what) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter out = new JcaPEMWriter(text)) {
            out.writeObject(what);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }
}
