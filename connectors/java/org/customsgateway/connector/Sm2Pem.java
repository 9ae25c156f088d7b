package org.customsgateway.connector;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Certificates and keys of SM2 as PEM has them. The JDK does not know their curve; Bouncy Castle does. */
final class Sm2Pem {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final X9ECParameters CURVE = GMNamedCurves.getByName("sm2p256v1");
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private Sm2Pem() {}

    /** @throws IllegalArgumentException with what is wrong, and nothing of the text */
    static X509Certificate certificate(String pem) {
        X509Certificate certificate;
        try {
            certificate = (X509Certificate) CertificateFactory.getInstance("X.509", PROVIDER)
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException("is not a certificate in PEM: '-----BEGIN CERTIFICATE-----' …", e);
        }
        if (certificate == null || !onCurve(certificate.getPublicKey())) {
            throw new IllegalArgumentException("is not a certificate of an SM2 key: get one on the curve sm2p256v1");
        }
        return certificate;
    }

    /** @throws IllegalArgumentException with what is wrong, and nothing of the text */
    static PrivateKey key(String pem) {
        Matcher found = KEY.matcher(pem);
        if (!found.find()) {
            throw new IllegalArgumentException(
                    "is not a private key in PEM (PKCS#8, without a passphrase): '-----BEGIN PRIVATE KEY-----' …");
        }
        PrivateKey key;
        try {
            byte[] der = Base64.getMimeDecoder().decode(found.group(1));
            key = KeyFactory.getInstance("EC", PROVIDER).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException("is cut short, or not a private key: copy it again");
        }
        if (!onCurve(key)) {
            throw new IllegalArgumentException("is not an SM2 key: get one on the curve sm2p256v1");
        }
        return key;
    }

    /** Whether what the key signs holds by the certificate. */
    static boolean belong(PrivateKey key, X509Certificate certificate) {
        try {
            byte[] text = {1};
            Signature signature = Signature.getInstance("SM3withSM2", PROVIDER);
            signature.initSign(key);
            signature.update(text);
            byte[] value = signature.sign();
            PublicKey verifier = certificate.getPublicKey();
            signature.initVerify(verifier);
            signature.update(text);
            return signature.verify(value);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean onCurve(Object key) {
        return key instanceof ECKey curve
                && curve.getParams() != null
                && curve.getParams().getOrder().equals(CURVE.getN())
                && curve.getParams()
                        .getGenerator()
                        .getAffineX()
                        .equals(CURVE.getG().getAffineXCoord().toBigInteger());
    }
}
