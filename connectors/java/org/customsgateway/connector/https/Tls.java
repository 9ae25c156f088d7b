package org.customsgateway.connector.https;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CRL;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.TrustManager;
import org.customsgateway.connector.Secret;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** TLS 1.2 and 1.3 with the gateway's key. A client may show a certificate, which is one that a partner file names. */
final class Tls extends SslContextFactory.Server {

    private final AgreedCertificates agreed;

    Tls(Path store, Optional<Secret> password, Supplier<Set<String>> certificates) {
        agreed = new AgreedCertificates(certificates);
        setKeyStorePath(store.toString());
        setKeyStoreType("PKCS12");
        setKeyStorePassword(password.map(Secret::reveal).orElse(""));
        setIncludeProtocols("TLSv1.3", "TLSv1.2");
        setWantClientAuth(true);
        setSniRequired(false);
        setRenegotiationAllowed(false);
    }

    @Override
    protected TrustManager[] getTrustManagers(KeyStore trusted, Collection<? extends CRL> revoked) {
        return new TrustManager[] {agreed};
    }
}
