package org.customsgateway.connector.as2;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.customsgateway.connector.As2Sending;
import org.customsgateway.connector.http.Server;
import org.customsgateway.connector.http.ServerAnswer;
import org.customsgateway.connector.http.ServerTerms;

/** Posts to one partner's server. */
final class Post implements AutoCloseable {

    private static final int LONGEST_ANSWER = 1024 * 1024;
    private static final int CONNECTIONS = 50;
    /** A server that takes less in a second is as good as frozen. */
    private static final int SLOWEST = 16 * 1024;

    private final Server server;
    private final As2Sending sending;

    Post(As2Sending sending) {
        this.sending = sending;
        server = new Server(
                new ServerTerms(
                        sending.trust(), sending.connectTimeout(), sending.timeout(), CONNECTIONS, LONGEST_ANSWER),
                SystemDefaultDnsResolver.INSTANCE);
    }

    /** What the server answered. */
    record Reply(int status, Headers headers, byte[] body) {}

    /**
     * @param headers of AS2 and of the content
     * @throws IOException when there is no answer
     */
    Reply send(URI to, Headers headers, Part body) throws IOException {
        var wait = sending.timeout().multipliedBy(2).plusMillis(body.size() * 1000 / SLOWEST);
        try (InputStream bytes = body.open()) {
            return reply(server.post(to, headers.all(), new InputStreamEntity(bytes, body.size(), null), wait));
        }
    }

    private static Reply reply(ServerAnswer answer) throws IOException {
        var headers = new Headers();
        answer.headers().forEach(header -> headers.add(header.getKey(), header.getValue()));
        byte[] body = answer.body().orElseThrow(() -> new IOException("the answer is too long, or has no end"));
        return new Reply(answer.status(), headers, body);
    }

    @Override
    public void close() {
        server.close();
    }
}
