package org.customsgateway.connector.as2;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.customsgateway.connector.Fingerprint;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/**
 * Lets a client show any certificate: whose it must be is known only when the request has said who it is, and a partner with
 * which none is agreed may show what its program always shows. That it has the key, TLS itself proves.
 */
final class ShownCertificates extends X509ExtendedTrustManager {

    /** Whether the client of a request has shown one of these, and it is valid now. */
    static boolean isOneOf(List<String> agreed, Request request) {
        var shown = request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE) instanceof EndPoint.SslSessionData session
                ? session.peerCertificates()
                : null;
        if (shown == null || shown.length == 0) {
            return false;
        }
        try {
            shown[0].checkValidity();
            return agreed.contains(Fingerprint.of(shown[0]));
        } catch (CertificateException unreadableOrNotValid) {
            return false;
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType, SSLEngine engine) {}

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
