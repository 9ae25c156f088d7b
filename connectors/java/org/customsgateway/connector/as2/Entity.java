package org.customsgateway.connector.as2;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Base64;
import java.util.Locale;

/**
 * A MIME entity.
 *
 * @param whole header block and body as they came; null for the outermost one, whose fields are those of HTTP
 */
record Entity(Headers headers, Part body, Part whole) {

    private static final int LONGEST_HEADERS = 64 * 1024;

    static Entity outermost(Headers http, Part body) {
        return new Entity(http, body, null);
    }

    /** @throws IllegalArgumentException when it is none */
    static Entity parse(Part whole) throws IOException {
        var block = new ByteArrayOutputStream();
        try (InputStream in = whole.open()) {
            // the block may be empty: then the first line already is
            int line = 0;
            for (int b = in.read(); ; b = in.read()) {
                if (b < 0 || block.size() > LONGEST_HEADERS) {
                    throw new IllegalArgumentException("no end of the header block");
                }
                block.write(b);
                if (b == '\n') {
                    if (line == 0) {
                        break;
                    }
                    line = 0;
                } else if (b != '\r') {
                    line++;
                }
            }
        }
        return new Entity(Headers.parse(block.toByteArray()), whole.from(block.size()), whole);
    }

    ContentType contentType() {
        return headers.contentType();
    }

    private String encoding() {
        return headers.get("Content-Transfer-Encoding").toLowerCase(Locale.ROOT);
    }

    boolean isBinary() {
        return encoding().equals("binary");
    }

    /** Whether the body can be read: its transfer encoding is known. */
    boolean isReadable() {
        return switch (encoding()) {
            case "", "binary", "8bit", "7bit", "base64" -> true;
            default -> false;
        };
    }

    /** Whether the body is not the content itself. */
    boolean isEncoded() {
        return encoding().equals("base64");
    }

    /** The body without its transfer encoding. */
    InputStream content() throws IOException {
        return isEncoded() ? Base64.getMimeDecoder().wrap(body.open()) : body.open();
    }

    /** With header fields, those of HTTP that belong to it where it has none of its own. */
    InputStream withHeaders() throws IOException {
        if (whole != null) {
            return whole.open();
        }
        var own = new Headers();
        headers.all().forEach((name, value) -> {
            if (name.toLowerCase(Locale.ROOT).startsWith("content-") && !name.equalsIgnoreCase("Content-Length")) {
                own.add(name, value);
            }
        });
        return new SequenceInputStream(new ByteArrayInputStream(own.bytes()), body.open());
    }
}
