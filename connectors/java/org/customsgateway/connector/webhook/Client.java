package org.customsgateway.connector.webhook;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.customsgateway.connector.WebhookWire;
import org.customsgateway.connector.http.Server;
import org.customsgateway.connector.http.ServerTerms;

/** Posts to one partner's server, and to no address that is not allowed. */
final class Client implements AutoCloseable {

    /** An answer's body is of no interest; one that is longer costs the connection. */
    private static final int LONGEST_BODY = 64 * 1024;

    private static final int CONNECTIONS = 5;

    private final Server server;
    private final Duration timeout;

    /** @throws IllegalStateException when the partner's authorities cannot be read */
    Client(WebhookWire wire, DnsResolver names) {
        timeout = wire.timeout();
        server = new Server(
                new ServerTerms(wire.trust(), wire.connectTimeout(), timeout, CONNECTIONS, LONGEST_BODY),
                new AllowedAddresses(names, wire.allow()));
    }

    /** @throws IOException when there was no answer in time */
    Answer post(URI url, Post post, Map<String, String> headers) throws IOException {
        var body = new ByteArrayEntity(post.body(), ContentType.parse(post.contentType()));
        var answer = server.post(url, headers, body, timeout);
        return new Answer(answer.status(), answer.header("Retry-After"));
    }

    @Override
    public void close() {
        server.close();
    }
}
