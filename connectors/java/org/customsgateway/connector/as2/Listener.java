package org.customsgateway.connector.as2;

import java.security.KeyStore;
import java.security.cert.CRL;
import java.time.Duration;
import java.util.Collection;
import javax.net.ssl.TrustManager;
import org.customsgateway.connector.AcceptLimit;
import org.customsgateway.connector.Secret;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.KeyStoreScanner;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The one listener of all AS2 partners: HTTP, HTTPS, or both. */
final class Listener implements AutoCloseable {

    private static final int HEADERS = 16 * 1024;
    private static final Duration LAST_REQUESTS = Duration.ofSeconds(10);

    private final Server server;
    private final ServerConnector plain;
    private final ServerConnector secure;

    Listener(As2Host.Settings settings, Handler handler) {
        // a request holds its thread while its bytes come in and are synced; Jetty itself needs a few more
        server = new Server(new QueuedThreadPool(settings.requests() + 16, 8));
        plain = settings.port() < 0
                ? null
                : connector(settings, settings.port(), new ServerConnector(server, new HttpConnectionFactory(http())));
        secure = settings.tls().map(tls -> secure(settings, tls)).orElse(null);
        server.setHandler(handler);
        server.setStopTimeout(LAST_REQUESTS.toMillis());
    }

    private ServerConnector secure(As2Host.Settings settings, As2Host.Tls tls) {
        var ssl = new SslContextFactory.Server() {
            @Override
            protected TrustManager[] getTrustManagers(KeyStore trusted, Collection<? extends CRL> revoked) {
                return new TrustManager[] {new ShownCertificates()};
            }
        };
        ssl.setWantClientAuth(true);
        ssl.setKeyStorePath(tls.store().toString());
        ssl.setKeyStoreType("PKCS12");
        ssl.setKeyStorePassword(tls.password().map(Secret::reveal).orElse(""));
        ssl.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        ssl.setSniRequired(false);
        ssl.setRenegotiationAllowed(false);
        var scanner = new KeyStoreScanner(ssl);
        scanner.setScanInterval(1);
        server.addBean(scanner);
        return connector(
                settings,
                tls.port(),
                new ServerConnector(
                        server, new SslConnectionFactory(ssl, "http/1.1"), new HttpConnectionFactory(secureHttp())));
    }

    private ServerConnector connector(As2Host.Settings settings, int port, ServerConnector connector) {
        connector.setHost(settings.host());
        connector.setPort(port);
        connector.setIdleTimeout(settings.idle().toMillis());
        server.addConnector(connector);
        connector.addBean(new AcceptLimit(settings.perAddress()));
        server.addBean(new NetworkConnectionLimit(settings.connections(), connector));
        return connector;
    }

    private static HttpConfiguration http() {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADERS);
        return http;
    }

    private static HttpConfiguration secureHttp() {
        var http = http();
        // tells what the client has shown; partners reach the gateway by names that its certificate need not all have
        http.addCustomizer(new SecureRequestCustomizer(false));
        return http;
    }

    void start() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("the AS2 listener does not start: " + e.getMessage(), e);
        }
    }

    int port() {
        return plain == null ? 0 : plain.getLocalPort();
    }

    int securePort() {
        return secure == null ? 0 : secure.getLocalPort();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
