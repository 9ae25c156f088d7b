package org.customsgateway.connector.queue;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One transacted session on one queue. What is refused goes to the queue's quarantine in the same transaction, as it came. */
final class QueueSession implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 500;

    private final Connection connection;
    private final Session session;
    private final MessageConsumer consumer;
    private final MessageProducer quarantine;
    private final QueueReader.Settings settings;

    private QueueSession(Connection connection, String queue, QueueReader.Settings settings) throws JMSException {
        this.connection = connection;
        this.settings = settings;
        session = connection.createSession(true, Session.SESSION_TRANSACTED);
        consumer = session.createConsumer(session.createQueue(queue));
        quarantine = session.createProducer(session.createQueue(queue + QueueNames.QUARANTINE));
        connection.start();
    }

    static QueueSession open(Broker broker, String queue, QueueReader.Settings settings) throws JMSException {
        Connection connection = broker.connections().createConnection();
        try {
            return new QueueSession(connection, queue, settings);
        } catch (JMSException e) {
            connection.close();
            throw e;
        }
    }

    /** One batch: received, handled, committed. Returns without anything done when no message came for a while. */
    void next(int most, QueueHandler handler) throws JMSException, QueueReader.HandlingFailed {
        List<QueueMessage> messages = new ArrayList<>();
        List<RefusedMessage> refused = new ArrayList<>();
        Message message = consumer.receive(PATIENCE_MILLIS);
        while (message != null) {
            sort(message, messages, refused);
            boolean full = messages.size() + refused.size() >= most;
            message = full ? null : following();
        }
        if (messages.isEmpty() && refused.isEmpty()) {
            return;
        }
        try {
            handler.handle(messages, refused);
        } catch (Exception e) {
            session.rollback();
            throw new QueueReader.HandlingFailed(e);
        }
        session.commit();
    }

    private Message following() throws JMSException {
        Message message = consumer.receiveNoWait();
        return message != null ? message : consumer.receive(settings.idle().toMillis());
    }

    private void sort(Message message, List<QueueMessage> messages, List<RefusedMessage> refused) throws JMSException {
        String reason = reason(message);
        if (reason.isEmpty()) {
            messages.add(read(message, body(message)));
            return;
        }
        refused.add(new RefusedMessage(read(message, new byte[0]), reason));
        quarantine.send(message);
    }

    private String reason(Message message) throws JMSException {
        if (!(message instanceof BytesMessage) && !(message instanceof TextMessage)) {
            return "not-bytes-or-text";
        }
        if (size(message) > settings.maxBytes()) {
            return "too-big";
        }
        return deliveries(message) > settings.maxDeliveries() ? "redelivered-too-often" : "";
    }

    private static long size(Message message) throws JMSException {
        if (message instanceof BytesMessage bytes) {
            return bytes.getBodyLength();
        }
        String text = ((TextMessage) message).getText();
        return text == null ? 0 : text.length();
    }

    private static byte[] body(Message message) throws JMSException {
        if (message instanceof TextMessage text) {
            return text.getText() == null ? new byte[0] : text.getText().getBytes(StandardCharsets.UTF_8);
        }
        BytesMessage bytes = (BytesMessage) message;
        byte[] body = new byte[(int) bytes.getBodyLength()];
        bytes.readBytes(body);
        return body;
    }

    private static QueueMessage read(Message message, byte[] body) throws JMSException {
        Map<String, String> properties = new HashMap<>();
        for (Object name : Collections.list(message.getPropertyNames())) {
            Object value = message.getObjectProperty((String) name);
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                properties.put((String) name, value.toString());
            }
        }
        String correlation = message.getJMSCorrelationID();
        return new QueueMessage(
                message.getJMSMessageID(),
                correlation == null ? "" : correlation,
                body,
                properties,
                deliveries(message));
    }

    private static int deliveries(Message message) throws JMSException {
        return message.getIntProperty("JMSXDeliveryCount");
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
