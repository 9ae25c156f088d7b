package org.customsgateway.load;

import jakarta.jms.BytesMessage;
import jakarta.jms.CompletionListener;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;

/**
 * One connection of a carrier to the gateway's broker (Artemis core): durable messages, {@value #UNDER_WAY} of them at most sent and
 * not yet taken; its replies are read beside that. Sending is for one thread.
 */
public final class Carrier implements AutoCloseable {

    private static final int UNDER_WAY = 50;

    private final Connection connection;
    private final Session sending;
    private final MessageProducer producer;
    private final Semaphore free = new Semaphore(UNDER_WAY);
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    private Carrier(Connection connection, String user, ReplyCount count) throws JMSException {
        this.connection = connection;
        this.sending = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        this.producer = sending.createProducer(new ActiveMQQueue("partner." + user + ".in"));
        connection
                .createSession(false, Session.AUTO_ACKNOWLEDGE)
                .createConsumer(new ActiveMQQueue("partner." + user + ".out"))
                .setMessageListener(reply -> read(reply, count));
        connection.start();
    }

    static Carrier connect(String broker, String user, String password, ReplyCount count) throws JMSException {
        // with a window of confirmations, the broker's word on each message comes while the next is sent
        var factory = new ActiveMQConnectionFactory(broker + "?confirmationWindowSize=1048576");
        var connection = factory.createConnection(user, password);
        try {
            return new Carrier(connection, user, count);
        } catch (JMSException e) {
            connection.close();
            throw e;
        }
    }

    private void read(Message reply, ReplyCount count) {
        try {
            count.read(reply.getStringProperty("name"), new ByteArrayInputStream(reply.getBody(byte[].class)));
        } catch (Exception e) {
            failure.compareAndSet(null, e);
        }
    }

    public void send(LoadFile file) throws JMSException, IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        file.writeTo(body);
        BytesMessage message = sending.createBytesMessage();
        message.setStringProperty("name", file.name());
        message.writeBytes(body.toByteArray());
        free.acquire();
        producer.send(message, new CompletionListener() {
            @Override
            public void onCompletion(Message taken) {
                free.release();
            }

            @Override
            public void onException(Message notTaken, Exception e) {
                failure.compareAndSet(null, e);
                free.release();
            }
        });
    }

    /** @throws IOException if a message was not taken, or a reply could not be read */
    public void check() throws IOException {
        if (failure.get() != null) {
            throw new IOException("a carrier's connection: " + failure.get(), failure.get());
        }
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
