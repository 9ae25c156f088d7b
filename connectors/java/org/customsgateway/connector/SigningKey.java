package org.customsgateway.connector;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * A key that replies are signed with, as Standard Webhooks 1.0 writes it: 24 to 64 bytes behind {@code whsec_} for HMAC-SHA256
 * (signature {@code v1}), a seed of 32 bytes, with or without the public key, behind {@code whsk_} for Ed25519 ({@code v1a}).
 * The latter may also be PKCS#8 in PEM, as openssl writes it.
 *
 * @param id for people, and to change one key without touching the others
 * @param validFrom first moment at which it signs
 * @param validTo first moment at which it does not sign any more
 */
public record SigningKey(String id, Kind kind, Secret secret, Instant validFrom, Instant validTo) {

    /** Its algorithm. */
    public enum Kind {
        HMAC,
        ED25519
    }

    private static final String PEM_BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String PEM_END = "-----END PRIVATE KEY-----";

    public boolean validAt(Instant time) {
        return !time.isBefore(validFrom) && time.isBefore(validTo);
    }

    /**
     * The secret of an HMAC key.
     *
     * @throws IllegalArgumentException when it is none, with a text that does not repeat it
     */
    public byte[] bytes() {
        var bytes = decoded("whsec_", "whsec_ and base64 of 24 to 64 bytes");
        if (bytes.length < 24 || bytes.length > 64) {
            throw new IllegalArgumentException("the secret has " + bytes.length + " bytes: 24 to 64 are needed");
        }
        return bytes;
    }

    /**
     * The private key of an Ed25519 key.
     *
     * @throws IllegalArgumentException when it is none, with a text that does not repeat it
     */
    public PrivateKey privateKey() {
        var expected = "whsk_ and base64 of 32 or 64 bytes, or a private key in PEM (PKCS#8)";
        try {
            var factory = KeyFactory.getInstance("Ed25519");
            if (secret.reveal().startsWith(PEM_BEGIN)) {
                return factory.generatePrivate(new PKCS8EncodedKeySpec(decoded(PEM_BEGIN, expected)));
            }
            var bytes = decoded("whsk_", expected);
            if (bytes.length != 32 && bytes.length != 64) {
                throw new IllegalArgumentException("the secret must be " + expected);
            }
            return factory.generatePrivate(
                    new EdECPrivateKeySpec(NamedParameterSpec.ED25519, Arrays.copyOf(bytes, 32)));
        } catch (GeneralSecurityException notOne) {
            throw new IllegalArgumentException("the secret must be " + expected, notOne);
        }
    }

    private byte[] decoded(String prefix, String expected) {
        var text = secret.reveal();
        text = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
        try {
            return Base64.getMimeDecoder().decode(text.replace(PEM_END, "").strip());
        } catch (IllegalArgumentException notBase64) {
            // without its cause, which repeats characters of the secret
            throw new IllegalArgumentException("the secret must be " + expected);
        }
    }
}
