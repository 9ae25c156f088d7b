package org.customsgateway.connector.queue;

import java.util.Map;

/**
 * A message of a queue.
 *
 * @param id the JMS message id of a received one; of one to send, the id that the broker knows duplicates by
 * @param correlationId or empty
 * @param body the bytes; a text message's as UTF-8
 * @param properties string properties; of a received message only its string, number and boolean ones, as text.
 *     Untrusted: whoever may send to the queue wrote them
 * @param deliveries how often it was delivered, this time included; 0 of one to send
 */
public record QueueMessage(
        String id, String correlationId, byte[] body, Map<String, String> properties, int deliveries) {

    public QueueMessage {
        properties = Map.copyOf(properties);
    }

    /** One to send. */
    public static QueueMessage of(String id, String correlationId, byte[] body, Map<String, String> properties) {
        return new QueueMessage(id, correlationId, body, properties, 0);
    }
}
