package org.customsgateway.connector.as2;

import java.io.IOException;

/**
 * A message that is ready to go out.
 *
 * @param mic that the receipt must have
 * @param proof with the gateway's signature, without encryption
 * @param headers of the outermost entity
 * @param body of it
 */
record Sealed(Mic mic, Spool proof, Headers headers, Spool body) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        try (proof;
                body) {
            // both are gone
        }
    }
}
