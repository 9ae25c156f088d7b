package org.customsgateway.connector.https;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.customsgateway.connector.Fingerprint;

/**
 * Takes the client certificates that partner files name, and no others. Who has one is not asked who issued it: that it is named says
 * more. That the client has its key, TLS itself proves.
 */
final class AgreedCertificates extends X509ExtendedTrustManager {

    private final Supplier<Set<String>> agreed;

    AgreedCertificates(Supplier<Set<String>> agreed) {
        this.agreed = agreed;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType) throws CertificateException {
        chain[0].checkValidity();
        if (!agreed.get().contains(Fingerprint.of(chain[0]))) {
            throw new CertificateException("this certificate is agreed with no partner");
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType, Socket socket) throws CertificateException {
        checkClientTrusted(chain, keyType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, keyType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyType) throws CertificateException {
        throw new CertificateException("nobody is called from here");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyType, Socket socket) throws CertificateException {
        checkServerTrusted(chain, keyType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyType, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, keyType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
