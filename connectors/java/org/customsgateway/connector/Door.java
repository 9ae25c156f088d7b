package org.customsgateway.connector;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Hands an interchange in to {@link Delivery#ENDPOINT}: what the wires see of the routes. */
@FunctionalInterface
public interface Door {

    /**
     * Returns when the interchange is journaled.
     *
     * @param bytes read to the end, or only begun where {@link Delivery#size} is too large; closed by the caller
     * @throws IOException when the bytes are not durable: do not acknowledge
     */
    Receipt receive(Delivery delivery, InputStream bytes) throws IOException;

    /**
     * Several, in their order.
     *
     * @throws IOException when not all are durable: acknowledge none; those that are will be recognised
     */
    default void receive(List<Incoming> batch) throws IOException {
        for (Incoming each : batch) {
            receive(each.delivery(), new ByteArrayInputStream(each.bytes()));
        }
    }
}
