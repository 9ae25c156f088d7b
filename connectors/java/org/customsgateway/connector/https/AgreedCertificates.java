package org.customsgateway.connector.https;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.function.Supplier;
import org.customsgateway.connector.ClientCertificates;
import org.customsgateway.connector.Fingerprint;

/** Takes the client certificates that partner files name, and no others. */
final class AgreedCertificates extends ClientCertificates {

    private final Supplier<Set<String>> agreed;

    AgreedCertificates(Supplier<Set<String>> agreed) {
        this.agreed = agreed;
    }

    @Override
    protected void check(X509Certificate shown) throws CertificateException {
        shown.checkValidity();
        if (!agreed.get().contains(Fingerprint.of(shown))) {
            throw new CertificateException("this certificate is agreed with no partner");
        }
    }
}
