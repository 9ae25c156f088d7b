package org.customsgateway.connector.as2;

import java.io.IOException;
import java.io.OutputStream;

/** A MIME entity that is still to be written. It may be written more than once, and is the same then. */
record Outgoing(Headers headers, Body body) {

    /** Writes the bytes behind the header block. */
    @FunctionalInterface
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(headers.bytes());
        body.writeTo(out);
    }
}
