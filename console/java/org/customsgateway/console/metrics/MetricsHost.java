package org.customsgateway.console.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Where figures are scraped from: {@code GET /metrics}, nothing else. It has a listener of its own, which partners never see. */
public final class MetricsHost implements AutoCloseable {

    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final int CONNECTIONS = 16;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Server server;
    private final ServerConnector connector;
    private final InetSocketAddress address;

    /**
     * @param address port 0 for any free one
     * @param gauges look at what they show, before each reading
     */
    public MetricsHost(InetSocketAddress address, PrometheusMeterRegistry registry, List<Runnable> gauges) {
        this.address = address;
        server = new Server(new QueuedThreadPool(8, 1));
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(address.getHostString());
        connector.setPort(address.getPort());
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
        server.setHandler(new Page(new Exposition(registry, List.copyOf(gauges))));
    }

    /** @throws IllegalStateException when the port is taken */
    public void start() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(
                    "figures cannot be scraped from " + address + " (gateway.metrics.port): " + e.getMessage(), e);
        }
    }

    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    private static final class Page extends Handler.Abstract {

        private final Exposition exposition;

        private Page(Exposition exposition) {
            this.exposition = exposition;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            if (!Request.getPathInContext(request).equals("/metrics")) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
                return true;
            }
            if (!METHODS.contains(request.getMethod())) {
                response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
                Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
                return true;
            }
            byte[] text = exposition.text().getBytes(StandardCharsets.UTF_8);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, Exposition.TYPE);
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, text.length);
            response.write(true, request.getMethod().equals("HEAD") ? null : ByteBuffer.wrap(text), callback);
            return true;
        }
    }
}
