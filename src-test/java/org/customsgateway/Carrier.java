package org.customsgateway;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.qpid.jms.JmsConnectionFactory;

/** A carrier at its end of the queues: its partner file, and an AMQP 1.0 client that sends interchanges and reads replies. */
final class Carrier implements AutoCloseable {

    /** @param to id of the message that is answered */
    record Reply(String to, String text) {}

    private final String id;
    private final List<Reply> replies = new CopyOnWriteArrayList<>();
    private Connection connection;
    private Session session;
    private MessageProducer producer;

    Carrier(String id) {
        this.id = id;
    }

    /** @param reply keys of {@code reply} in the partner file, beside the batch */
    void register(Path partners, String formats, String reply) throws IOException {
        Files.writeString(partners.resolve(id + ".password"), "sesame");
        Files.writeString(
                partners.resolve(id + ".yaml"), """
                name: A carrier
                kind: express
                formats: [ %s ]
                reply: { batch: { wait: 200ms }%s }
                wires: { queue: { password: "file:%s.password", correlation: message-id } }
                """.formatted(formats, reply.isEmpty() ? "" : ", " + reply, id));
    }

    void connect(int port) throws JMSException {
        var made = new JmsConnectionFactory("amqp://127.0.0.1:" + port).createConnection(id, "sesame");
        try {
            var reading = made.createSession(false, Session.AUTO_ACKNOWLEDGE);
            reading.createConsumer(reading.createQueue("partner." + id + ".out"))
                    .setMessageListener(this::keep);
            session = made.createSession(false, Session.AUTO_ACKNOWLEDGE);
            producer = session.createProducer(session.createQueue("partner." + id + ".in"));
            made.start();
        } catch (JMSException e) {
            made.close();
            throw e;
        }
        connection = made;
    }

    private void keep(Message message) {
        try {
            byte[] bytes = message.getBody(byte[].class);
            replies.add(new Reply(message.getJMSCorrelationID(), new String(bytes, StandardCharsets.ISO_8859_1)));
        } catch (JMSException e) {
            throw new IllegalStateException("a reply is bytes", e);
        }
    }

    /** Returns the message's id when the broker has it. */
    String send(String interchange) throws JMSException {
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(interchange.getBytes(StandardCharsets.ISO_8859_1));
        producer.send(message);
        return message.getJMSMessageID();
    }

    /** All replies so far, in the order in which they came. */
    List<Reply> replies() {
        return replies;
    }

    List<String> texts() {
        return replies.stream().map(Reply::text).toList();
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
