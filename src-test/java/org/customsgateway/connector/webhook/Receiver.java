package org.customsgateway.connector.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.customsgateway.connector.queue.Certificate;

/** A platform's server: keeps what is posted to it, and answers as it is told to. */
public final class Receiver implements AutoCloseable {

    /** @param headers by name in small letters */
    public record Request(String path, Map<String, String> headers, String body, int port) {

        public String id() {
            return headers.get("webhook-id");
        }
    }

    public final List<Request> requests = new CopyOnWriteArrayList<>();
    /** What becomes of an exchange whose request was kept. */
    public volatile HttpHandler answers = exchange -> answer(exchange, 204);

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private Receiver(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    /** @param port 0 for any */
    public static Receiver secure(Certificate certificate, int port) throws Exception {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        var store = KeyStore.getInstance(certificate.store().toFile(), Certificate.PASSWORD.toCharArray());
        keys.init(store, Certificate.PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new Receiver(server, "https");
    }

    static Receiver plain() throws IOException {
        return new Receiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), "http");
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(java.util.Locale.ROOT),
                        header -> header.getValue().get(0)));
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(new Request(
                exchange.getRequestURI().toString(),
                headers,
                body,
                exchange.getRemoteAddress().getPort()));
        answers.handle(exchange);
    }

    public static void answer(HttpExchange exchange, int code, String... header) throws IOException {
        if (header.length == 2) {
            exchange.getResponseHeaders().set(header[0], header[1]);
        }
        exchange.sendResponseHeaders(code, -1);
        exchange.close();
    }

    public String url(String host) {
        return scheme + "://" + host + ":" + port() + "/customs?of=market";
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public List<String> bodies() {
        return requests.stream().map(Request::body).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
