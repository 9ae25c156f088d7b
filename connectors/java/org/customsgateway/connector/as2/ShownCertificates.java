package org.customsgateway.connector.as2;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.customsgateway.connector.ClientCertificates;
import org.customsgateway.connector.Fingerprint;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/**
 * Lets a client show any certificate: whose it must be is known only when the request has said who it is, and a partner with
 * which none is agreed may show what its program always shows.
 */
final class ShownCertificates extends ClientCertificates {

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
    protected void check(X509Certificate shown) {}
}
