package org.customsgateway.connector.as2;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.customsgateway.connector.As2Receiving;
import org.customsgateway.connector.As2Sending.Digest;
import org.customsgateway.connector.WeakAlgorithm;

/** Digests of signatures and receipts (RFC 5751, 3.4.3.2). */
enum MicAlgorithm {
    SHA_256("sha-256", "SHA-256", NISTObjectIdentifiers.id_sha256),
    SHA_384("sha-384", "SHA-384", NISTObjectIdentifiers.id_sha384),
    SHA_512("sha-512", "SHA-512", NISTObjectIdentifiers.id_sha512),
    SHA_1("sha1", "SHA-1", OIWObjectIdentifiers.idSHA1),
    MD5("md5", "MD5", PKCSObjectIdentifiers.md5);

    private final String mime;
    private final String java;
    private final ASN1ObjectIdentifier oid;

    MicAlgorithm(String mime, String java, ASN1ObjectIdentifier oid) {
        this.mime = mime;
        this.java = java;
        this.oid = oid;
    }

    /** In whichever spelling: {@code sha256}, {@code SHA-256}, {@code rsa-sha256}. */
    static Optional<MicAlgorithm> named(String name) {
        var plain = plain(name);
        return Arrays.stream(values())
                .filter(each -> plain(each.mime).equals(plain))
                .findFirst();
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceFirst("^rsa-", "").replace("-", "");
    }

    static Optional<MicAlgorithm> of(ASN1ObjectIdentifier oid) {
        return Arrays.stream(values()).filter(each -> each.oid.equals(oid)).findFirst();
    }

    static MicAlgorithm of(Digest digest) {
        return valueOf(digest.name());
    }

    /** Good enough, or agreed nevertheless. */
    boolean isTaken(As2Receiving policy, Instant now) {
        return switch (this) {
            case SHA_1 -> policy.takes(WeakAlgorithm.Name.SHA_1, now);
            case MD5 -> policy.takes(WeakAlgorithm.Name.MD5, now);
            default -> true;
        };
    }

    /** As MIME writes it. */
    String mime() {
        return mime;
    }

    ASN1ObjectIdentifier oid() {
        return oid;
    }

    /** Name of a signature with this digest and a key of this kind, as Java has it. */
    String signature(String keyKind) {
        return java.replace("-", "") + "with" + (keyKind.equals("EC") ? "ECDSA" : keyKind);
    }

    MessageDigest digest() {
        try {
            return MessageDigest.getInstance(java);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
