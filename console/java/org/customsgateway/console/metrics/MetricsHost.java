package org.customsgateway.console.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.UnresolvedAddressException;
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

/**
 * Where figures are scraped from: {@code GET /metrics}, nothing else. It has a listener of its own, which partners never see. The port
 * is taken at once, and who asks before {@link #start} waits.
 */
public final class MetricsHost implements AutoCloseable {

    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final int CONNECTIONS = 16;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final ServerSocketChannel channel;
    private final Server server = new Server(new QueuedThreadPool(8, 1));

    /**
     * @param address port 0 for any free one
     * @throws IllegalStateException when the port is taken, or the address is none of this machine
     */
    public MetricsHost(InetSocketAddress address) {
        try {
            channel = ServerSocketChannel.open().bind(address);
        } catch (IOException | UnresolvedAddressException e) {
            throw new IllegalStateException(
                    "figures cannot be scraped from " + address + " (gateway.metrics.port): " + e.getMessage(), e);
        }
    }

    /** @param gauges look at what they show, before each reading */
    public void start(PrometheusMeterRegistry registry, List<Runnable> gauges) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
        server.setHandler(new Page(new Exposition(registry, List.copyOf(gauges))));
        try {
            connector.open(channel);
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("the metrics do not start: " + e.getMessage(), e);
        }
    }

    public int port() {
        return channel.socket().getLocalPort();
    }

    @Override
    public void close() throws Exception {
        server.stop();
        channel.close();
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
