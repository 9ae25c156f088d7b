package org.customsgateway.connector.queue;

import java.io.IOException;
import java.util.List;

/**
 * Sends to a queue, many messages in one transaction. The broker drops a message whose id it has seen (Artemis
 * {@code _AMQ_DUPL_ID}), so a batch may be sent again when it is not known that it arrived. For many threads.
 */
public final class QueueWriter implements AutoCloseable {

    public QueueWriter(Broker broker) {}

    /**
     * Returns when the broker has committed all of them.
     *
     * @throws IOException when that is not known: send the same batch again
     */
    public void send(String queue, List<QueueMessage> messages) throws IOException {}

    @Override
    public void close() {}
}
