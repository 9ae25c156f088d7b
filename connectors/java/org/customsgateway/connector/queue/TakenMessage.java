package org.customsgateway.connector.queue;

import static org.apache.activemq.artemis.api.core.FilterConstants.NATIVE_MESSAGE_ID;
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
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.customsgateway.message.Origin;

/** A message as the client library gives it; nothing in it is ever deserialised. */
record TakenMessage(Message message) {

    static final String TOO_OFTEN = "redelivered-too-often";

    /** Property with the whole body of an AMQP message that came in several data sections: see {@link Intake}. */
    static final String JOINED_BODY = "gateway_body";

    /** Property of an AMQP message whose body is neither text nor bytes, though it looks like bytes: see {@link Intake}. */
    static final String STRANGE_BODY = "gateway_strange";

    /** A property of every AMQP message that was made into a core message. */
    private static final String AMQP_ENCODING = "JMS_AMQP_ORIGINAL_ENCODING";

    private static final int LONGEST_ID = 255;

    /** As its sender knows it, or empty. What a core client sees of an AMQP message is another one, made anew whenever it becomes a core message. */
    String id() throws JMSException {
        if (message.getObjectProperty(NATIVE_MESSAGE_ID) instanceof String given) {
            return shown(given);
        }
        return core().containsProperty(AMQP_ENCODING) ? "" : shown(message.getJMSMessageID());
    }

    /**
     * The same whenever this message comes again, and of no other: the broker's number, which a message keeps, and what the
     * sender said of it, should the broker ever count from the beginning.
     */
    String mark() throws JMSException {
        return core().getMessageID() + " " + message.getJMSTimestamp() + " " + id();
    }

    Origin origin() throws JMSException {
        var replyTo = message.getJMSReplyTo() instanceof ActiveMQDestination queue ? queue.getAddress() : "";
        return new Origin(id(), shown(message.getJMSCorrelationID()), shown(replyTo));
    }

    /** Nothing that is too long or not to be shown is kept. */
    private static String shown(String text) {
        var plain = text != null && text.length() <= LONGEST_ID && text.chars().noneMatch(Character::isISOControl);
        return plain ? text : "";
    }

    /** The sender's own name for it, if it gave one. */
    String name() throws JMSException {
        var given = message.getObjectProperty("name");
        return given instanceof String text && !text.isEmpty() ? text : "message-" + core().getMessageID();
    }

    int deliveries() throws JMSException {
        return message.getIntProperty("JMSXDeliveryCount");
    }

    /** Why it is not to be worked on, if so: see {@link RefusedMessage#reason}. */
    Optional<String> refusal(int maxDeliveries, long maxBytes) throws JMSException {
        if (!(message instanceof BytesMessage) && !(message instanceof TextMessage)) {
            return Optional.of("not-bytes-or-text");
        }
        if (core().containsProperty(STRANGE_BODY)) {
            return Optional.of("not-bytes-or-text");
        }
        if (size() > maxBytes) {
            return Optional.of("too-big");
        }
        return deliveries() > maxDeliveries ? Optional.of(TOO_OFTEN) : Optional.empty();
    }

    /** Its body is still at the broker. */
    boolean isLarge() {
        return core().isLargeMessage();
    }

    /** As the sender says, for a large one; at least so many, for a text: it has two bytes for each character on this wire. */
    long size() {
        long size = isLarge() ? core().getLongProperty(HDR_LARGE_BODY_SIZE) : core().getBodyBufferSize();
        return message instanceof TextMessage ? size / 2 : size;
    }

    /** The body, if it has no more than so many bytes. */
    byte[] bytes(long limit) throws JMSException, IOException {
        var bytes = new ByteArrayOutputStream();
        write(new CappedOutput(bytes, limit));
        return bytes.toByteArray();
    }

    /** With its body, or without it when that has more than the given number of bytes. */
    QueueMessage message(int maxBytes) throws JMSException, IOException {
        var body = new byte[0];
        if (size() <= maxBytes) {
            body = bytes(maxBytes);
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
        if (core().getObjectProperty(JOINED_BODY) instanceof byte[] joined) {
            into.write(joined);
        } else if (message instanceof TextMessage text && text.getText() != null) {
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
