package org.customsgateway.connector.https;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.customsgateway.connector.AcceptLimit;
import org.customsgateway.connector.Door;
import org.customsgateway.connector.Pace;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.PartnerListener;
import org.customsgateway.connector.Secret;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.KeyStoreScanner;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The gateway's HTTPS listener: what {@code routes/openapi/gateway.yaml} promises. */
public final class HttpsHost implements PartnerListener, AutoCloseable {

    /** Request line and headers together. */
    private static final int HEADERS = 16 * 1024;

    private static final Duration LAST_REQUESTS = Duration.ofSeconds(10);

    /**
     * @param port 0 for any free one
     * @param store PKCS#12 with the private key and its certificates; taken up again when it changes
     * @param connections most at a time
     * @param perAddress most of them from one address; 0 for any number
     * @param requests most at a time, of all partners
     * @param idle longest silence of a client
     * @param slowest bytes a second that a body must come with
     */
    public record Settings(
            String host,
            int port,
            Path store,
            Optional<Secret> password,
            int connections,
            int perAddress,
            int requests,
            Duration idle,
            int slowest) {}

    private final Server server;
    private final ServerConnector connector;
    private final Guests guests;

    /** @param contract the OpenAPI file that is shown to developers */
    public HttpsHost(Settings settings, Door door, Intake intake, Inquiry inquiry, Path contract, Clock clock) {
        guests = new Guests(clock);
        // a request holds its thread while its bytes come in and are synced; Jetty itself needs a few more
        server = new Server(new QueuedThreadPool(settings.requests() + 16, 8));
        var tls = new Tls(settings.store(), settings.password(), guests::certificates);
        connector = new ServerConnector(
                server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(http(settings)));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.idle().toMillis());
        server.addConnector(connector);
        connector.addBean(new AcceptLimit(settings.perAddress()));
        server.addBean(new NetworkConnectionLimit(settings.connections(), connector));
        var scanner = new KeyStoreScanner(tls);
        scanner.setScanInterval(1);
        server.addBean(scanner);
        var pace = new Pace(settings.slowest(), clock);
        var api = new Api(new Submission(door, intake, pace), new Reading(inquiry), new WebhookAddress(inquiry, pace));
        server.setHandler(new Entrance(guests, api, Pages.read(contract), settings.requests()));
        server.setErrorHandler(new PlainErrors());
        server.setStopTimeout(LAST_REQUESTS.toMillis());
    }

    private static HttpConfiguration http(Settings settings) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADERS);
        http.setIdleTimeout(settings.idle().toMillis());
        // partners reach the gateway by names and addresses that its certificate need not all have
        var secure = new SecureRequestCustomizer(false);
        secure.setStsMaxAge(Duration.ofDays(365).toSeconds());
        http.addCustomizer(secure);
        return http;
    }

    /** @throws IllegalStateException when the port is taken or the key cannot be used */
    public void start() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTPS listener does not start: " + e.getMessage(), e);
        }
    }

    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void added(Partner partner) {
        partner.wires().https().ifPresent(wire -> guests.admit(partner, wire));
    }

    @Override
    public void removed(Partner partner) {
        guests.dismiss(partner.id());
    }

    /** Without a moment in which it is unknown. */
    @Override
    public void changed(Partner before, Partner after) {
        after.wires().https().ifPresentOrElse(wire -> guests.admit(after, wire), () -> guests.dismiss(after.id()));
    }

    /** Lets requests in hand end first. */
    @Override
    public void close() throws Exception {
        server.stop();
    }
}
