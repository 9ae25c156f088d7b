package org.customsgateway.connector.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.customsgateway.connector.BackEndCall;
import org.customsgateway.connector.Declined;

/** A back-end's server: each declaration is posted to it, and its answer is in the response. */
public final class BackEndServer implements AutoCloseable {

    private static final int LONGEST_ANSWER = 10_000_000;
    private static final String PREFIX = "Gateway-";

    private final BackEndCall call;
    private final Server server;

    /** @throws IllegalStateException when its authorities cannot be read */
    public BackEndServer(BackEndCall call) {
        this.call = call;
        server = new Server(
                new ServerTerms(call.trust(), call.connectTimeout(), call.answer(), call.connections(), LONGEST_ANSWER),
                SystemDefaultDnsResolver.INSTANCE);
    }

    /**
     * @param properties of the message, each in a header of its name
     * @return what it answers; empty when it has the declaration and says nothing
     * @throws Declined when it does not want this declaration, however often it is posted
     * @throws IOException when it is to be posted again
     */
    public Optional<byte[]> post(byte[] declaration, Map<String, String> properties) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        properties.forEach((name, value) -> headers.put(PREFIX + name, plain(value)));
        call.token().ifPresent(token -> headers.put("Authorization", "Bearer " + token.reveal()));
        var body = new ByteArrayEntity(declaration, ContentType.APPLICATION_XML.withCharset(StandardCharsets.UTF_8));
        var answer = server.post(call.url(), headers, body, call.answer());
        if (!answer.isGood()) {
            var text = "the server answered " + answer.status();
            throw answer.declines() ? new Declined(text, true) : new IOException(text);
        }
        byte[] said = answer.body().orElseThrow(() -> new IOException("the answer is too long, or has no end"));
        return said.length == 0 ? Optional.empty() : Optional.of(said);
    }

    /** A header has visible ASCII characters only (RFC 9110, 5.5): any other byte of UTF-8 is written {@code %C3}, the percent sign too. */
    private static String plain(String value) {
        var plain = new StringBuilder();
        for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
            if (each >= ' ' && each < 0x7F && each != '%') {
                plain.append((char) each);
            } else {
                plain.append('%').append("%02X".formatted(each & 0xFF));
            }
        }
        return plain.toString();
    }

    @Override
    public void close() {
        server.close();
    }
}
