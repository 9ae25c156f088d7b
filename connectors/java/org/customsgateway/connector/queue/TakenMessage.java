package org.customsgateway.connector.queue;

import static org.apache.activemq.artemis.api.core.Message.HDR_LARGE_BODY_SIZE;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;

/** A message as the client library gives it; nothing in it is ever deserialised. */
record TakenMessage(Message message) {

    String id() throws JMSException {
        return String.valueOf(message.getJMSMessageID());
    }

    /** The sender's own name for it, if it gave one. */
    String name() throws JMSException {
        var given = message.getObjectProperty("name");
        return given instanceof String text && !text.isEmpty() ? text : id();
    }

    int deliveries() throws JMSException {
        return message.getIntProperty("JMSXDeliveryCount");
    }

    /** Why it is not to be worked on, if so: see {@link RefusedMessage#reason}. */
    Optional<String> refusal(int maxDeliveries, long maxBytes) throws JMSException {
        if (!(message instanceof BytesMessage) && !(message instanceof TextMessage)) {
            return Optional.of("not-bytes-or-text");
        }
        if (size() > maxBytes) {
            return Optional.of("too-big");
        }
        return deliveries() > maxDeliveries ? Optional.of("redelivered-too-often") : Optional.empty();
    }

    /** Its body is still at the broker. */
    boolean isLarge() {
        return core().isLargeMessage();
    }

    /** As the sender says, for a large one. */
    private long size() {
        return isLarge() ? core().getLongProperty(HDR_LARGE_BODY_SIZE) : core().getBodyBufferSize();
    }

    /** With its body, or without it when that has more than the given number of bytes. */
    QueueMessage message(int maxBytes) throws JMSException, IOException {
        var body = new byte[0];
        if (size() <= maxBytes) {
            var bytes = new ByteArrayOutputStream();
            write(new CappedOutput(bytes, maxBytes));
            body = bytes.toByteArray();
        }
        var correlationId = message.getJMSCorrelationID();
        return new QueueMessage(id(), correlationId == null ? "" : correlationId, body, properties(), deliveries());
    }

    /**
     * Writes the body, a large one piece by piece as it comes from the broker.
     *
     * @throws IOException when it cannot be written, or the broker goes away
     */
    void write(OutputStream into) throws JMSException, IOException {
        if (message instanceof TextMessage text && text.getText() != null) {
            into.write(text.getText().getBytes(StandardCharsets.UTF_8));
        } else if (isLarge()) {
            try {
                core().saveToOutputStream(into);
            } catch (ActiveMQException cut) {
                throw new IOException("the message could not be read whole", cut);
            }
        } else {
            var raw = core().getDataBuffer();
            var bytes = new byte[raw.readableBytes()];
            raw.readBytes(bytes);
            into.write(bytes);
        }
    }

    private ClientMessage core() {
        return ((ActiveMQMessage) message).getCoreMessage();
    }

    private Map<String, String> properties() throws JMSException {
        var properties = new HashMap<String, String>();
        for (var name : Collections.list((Enumeration<?>) message.getPropertyNames())) {
            var value = message.getObjectProperty(String.valueOf(name));
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                properties.put(String.valueOf(name), String.valueOf(value));
            }
        }
        return properties;
    }
}
