package org.customsgateway.connector.as2;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What a request is answered with. */
record Answer(int status, Headers headers, byte[] body) {

    /** Taken, and nothing is to be said. */
    static Answer taken() {
        return new Answer(200, new Headers(), new byte[0]);
    }

    /** The same text for everything. */
    static Answer refused(int status) {
        return new Answer(
                status,
                Headers.of("Content-Type", "text/plain; charset=us-ascii"),
                "The message was not taken.\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    static Answer later(int seconds) {
        var refused = refused(503);
        refused.headers().add("Retry-After", String.valueOf(seconds));
        return refused;
    }

    /**
     * @param receipt with its header fields
     * @param around those of AS2
     */
    static Answer receipt(byte[] receipt, Headers around) {
        int body = bodyOf(receipt);
        var own = Headers.parse(java.util.Arrays.copyOf(receipt, body));
        own.all().forEach(around::add);
        return new Answer(200, around, java.util.Arrays.copyOfRange(receipt, body, receipt.length));
    }

    /** Where the header block ends. */
    static int bodyOf(byte[] entity) {
        var text = new String(entity, StandardCharsets.ISO_8859_1);
        return text.indexOf("\r\n\r\n") + 4;
    }

    void send(Response response, Callback callback) {
        response.setStatus(status);
        headers.all().forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
