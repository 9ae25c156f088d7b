package org.customsgateway.connector;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Function;

/** Binds the keys of the part {@code signature} of a partner file. */
final class SignatureReader {

    private static final long LARGEST = 2L << 20;
    private static final long MOST = 64L << 20;

    private final Section section;
    private final Function<String, Secret> secrets;

    /** @param secrets reads a reference to a secret, which is there */
    SignatureReader(Section section, Function<String, Secret> secrets) {
        this.section = section;
        this.secrets = secrets;
    }

    SignaturePolicy read() {
        section.value("kind", null, Values.matching("sm2", "sm2"));
        var certificates = section.list("certificates", null, this::certificate);
        var required = section.value("required", true, Values::truth);
        var sha1 = section.value("sha1", false, Values::truth);
        var largest = section.value("largest", LARGEST, SignatureReader::largest);
        var certificate = section.optional("certificate", this::certificate);
        var key = section.optional("key", this::key);
        section.end();
        return new SignaturePolicy(certificates, required, sha1, largest, own(certificate, key));
    }

    private Optional<Sm2Key> own(Optional<X509Certificate> certificate, Optional<Secret> key) {
        if (section.has("certificate") != section.has("key")) {
            section.fault(
                    section.has("key") ? "key" : "certificate", "certificate: and key: belong together: name both");
        }
        if (certificate.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        var own = new Sm2Key(certificate.get(), key.get());
        if (!Sm2Pem.belong(own.reveal(), own.certificate())) {
            section.fault("key", "is not the key of the certificate: name those that belong together");
        }
        return Optional.of(own);
    }

    private X509Certificate certificate(String reference) {
        return Sm2Pem.certificate(secrets.apply(reference).reveal());
    }

    private Secret key(String reference) {
        var secret = secrets.apply(reference);
        Sm2Pem.key(secret.reveal());
        return secret;
    }

    private static long largest(String value) {
        var bytes = Values.bytes(value);
        if (bytes > MOST) {
            throw new IllegalArgumentException("must be at most 64MB: what is signed is in memory as a whole");
        }
        return bytes;
    }
}
