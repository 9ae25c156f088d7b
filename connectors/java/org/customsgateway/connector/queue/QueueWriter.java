package org.customsgateway.connector.queue;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;

/**
 * Sends to queues, many messages in one transaction. The broker drops a message whose id it has seen (Artemis
 * {@code _AMQ_DUPL_ID}), so a batch may be sent again when it is not known that it arrived. For many threads.
 */
public final class QueueWriter implements AutoCloseable {

    private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

    private final Broker broker;
    private final ConcurrentLinkedDeque<Line> idle = new ConcurrentLinkedDeque<>();

    public QueueWriter(Broker broker) {
        this.broker = broker;
    }

    /**
     * Returns when the broker has committed all of them, to all queues at once.
     *
     * @param messages by queue
     * @throws IOException when that is not known: send the same batch again
     */
    public void send(Map<String, List<QueueMessage>> messages) throws IOException {
        try {
            commit(messages);
        } catch (JMSException e) {
            if (!isDuplicate(e)) {
                throw new IOException("not sent: " + e.getMessage(), e);
            }
            // some of these were sent before, and the broker refuses the transaction for it: one by one, each finds its
            // own way
            for (var queue : messages.entrySet()) {
                for (QueueMessage message : queue.getValue()) {
                    sendOne(queue.getKey(), message);
                }
            }
        }
    }

    private void sendOne(String queue, QueueMessage message) throws IOException {
        try {
            commit(Map.of(queue, List.of(message)));
        } catch (JMSException e) {
            if (!isDuplicate(e)) {
                throw new IOException("not sent: " + e.getMessage(), e);
            }
        }
    }

    private void commit(Map<String, List<QueueMessage>> messages) throws JMSException {
        Line line = idle.poll();
        if (line == null) {
            line = new Line(broker);
        }
        try {
            for (var queue : messages.entrySet()) {
                for (QueueMessage message : queue.getValue()) {
                    line.send(queue.getKey(), message);
                }
            }
            line.session.commit();
        } catch (JMSException e) {
            line.close();
            throw e;
        }
        idle.push(line);
    }

    private static boolean isDuplicate(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ActiveMQException artemis
                    && artemis.getType() == ActiveMQExceptionType.DUPLICATE_ID_REJECTED) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        for (Line line = idle.poll(); line != null; line = idle.poll()) {
            line.close();
        }
    }

    /** One connection with one transacted session: used by one thread at a time. */
    private static final class Line {

        private final Connection connection;
        private final Session session;
        private final MessageProducer producer;
        private final Map<String, Queue> queues = new HashMap<>();

        Line(Broker broker) throws JMSException {
            connection = broker.connections().createConnection();
            session = connection.createSession(true, Session.SESSION_TRANSACTED);
            producer = session.createProducer(null);
            producer.setDisableMessageTimestamp(true);
        }

        void send(String queue, QueueMessage message) throws JMSException {
            BytesMessage bytes = session.createBytesMessage();
            bytes.writeBytes(message.body());
            if (!message.correlationId().isEmpty()) {
                bytes.setJMSCorrelationID(message.correlationId());
            }
            for (var property : message.properties().entrySet()) {
                bytes.setStringProperty(property.getKey(), property.getValue());
            }
            bytes.setStringProperty(DUPLICATE_ID, message.id());
            Queue destination = queues.get(queue);
            if (destination == null) {
                destination = session.createQueue(queue);
                queues.put(queue, destination);
            }
            producer.send(destination, bytes);
        }

        void close() {
            try {
                connection.close();
            } catch (JMSException e) {
                // it is being thrown away
            }
        }
    }
}
