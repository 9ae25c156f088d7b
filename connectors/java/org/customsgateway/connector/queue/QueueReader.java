package org.customsgateway.connector.queue;

import java.time.Duration;

/**
 * Reads a queue in transacted batches: up to {@code batch} messages or until none came for {@code idle}, handled, then
 * committed. Lasts through restarts of the broker.
 */
public final class QueueReader implements AutoCloseable {

    /**
     * @param sessions how many batches at a time, each in its own thread
     * @param maxDeliveries a message that was delivered more often is refused
     * @param maxBytes a message with a larger body is refused
     */
    public record Settings(int sessions, int batch, Duration idle, int maxDeliveries, int maxBytes) {
        public static final Settings DEFAULT = new Settings(2, 200, Duration.ofMillis(5), 10, 10_000_000);
    }

    public QueueReader(Broker broker, String queue, Settings settings, QueueHandler handler) {}

    public void start() {}

    /** Lets the batches at hand end, then returns. */
    @Override
    public void close() {}
}
