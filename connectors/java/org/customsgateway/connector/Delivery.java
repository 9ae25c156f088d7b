package org.customsgateway.connector;

import org.customsgateway.message.Origin;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Wire;

/**
 * How an interchange came in: the one thing that a wire tells the routes. It travels as the exchange property
 * {@link #PROPERTY}; the body is the bytes (an {@link java.io.InputStream}, read once), and no header comes with it.
 *
 * @param name what the partner called it, made safe: one path segment of at most 255 characters, see {@link SafeName}
 * @param mark the same for the same delivery seen again (SFTP client: name, time and size of the file; queue: the
 *     broker's own number of the message with what the sender said of it; HTTPS: the idempotency key), or empty where a wire cannot hand in the same
 *     delivery twice (SFTP host, HTTPS without a key)
 * @param size in bytes, as the other side says before any of them is read, or {@link #UNKNOWN}. More than the partner may send,
 *     and only the first bytes are read: the wire must not count on the others
 * @param origin what the message said of itself
 */
public record Delivery(PartnerId partner, Wire wire, String name, String mark, long size, Origin origin) {

    /** A size that shows only when all is read. */
    public static final long UNKNOWN = -1;

    /** From a wire whose transmissions say nothing of themselves. */
    public Delivery(PartnerId partner, Wire wire, String name, String mark) {
        this(partner, wire, name, mark, UNKNOWN, Origin.NONE);
    }

    /** Name of the exchange property. */
    public static final String PROPERTY = "delivery";

    /**
     * Where every wire hands in, synchronously. Returning normally means that the bytes are durable, and the wire
     * acknowledges; an exception means that they are not, and it does not. The body is a {@link Receipt} then.
     */
    public static final String ENDPOINT = "direct:receive";

    /** The same for several at once: the body is a list of {@link Incoming}, and all of them are durable, or none counts. */
    public static final String BATCH_ENDPOINT = "direct:receive-batch";
}
