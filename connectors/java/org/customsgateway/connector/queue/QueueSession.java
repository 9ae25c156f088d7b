package org.customsgateway.connector.queue;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One transacted session on one queue. */
final class QueueSession implements AutoCloseable {

    /** What is done with a batch, within the transaction that it was taken in. */
    @FunctionalInterface
    interface Turn {
        void take(List<TakenMessage> batch, QueueSession session) throws Exception;
    }

    private static final long PATIENCE_MILLIS = 500;

    private final Connection connection;
    private final Session session;
    private final MessageConsumer consumer;
    private final String queue;

    private QueueSession(Connection connection, String queue) throws JMSException {
        this.connection = connection;
        this.queue = queue;
        session = connection.createSession(true, Session.SESSION_TRANSACTED);
        consumer = session.createConsumer(session.createQueue(queue));
        connection.start();
    }

    static QueueSession open(Broker broker, String queue) throws JMSException {
        Connection connection = broker.connections().createConnection();
        try {
            return new QueueSession(connection, queue);
        } catch (JMSException e) {
            connection.close();
            throw e;
        }
    }

    /** One batch: received, handled, committed. Returns how many, 0 when no message came for a while. */
    int next(QueueReader.Settings settings, int most, Turn turn) throws JMSException, QueueReader.HandlingFailed {
        List<TakenMessage> batch = new ArrayList<>();
        Message message = consumer.receive(PATIENCE_MILLIS);
        while (message != null) {
            var taken = new TakenMessage(message);
            batch.add(taken);
            // the rest of a large one is thrown away when the next is received
            message = batch.size() >= most || taken.isLarge() ? null : following(settings);
        }
        if (batch.isEmpty()) {
            return 0;
        }
        try {
            turn.take(batch, this);
        } catch (Exception e) {
            session.rollback();
            throw new QueueReader.HandlingFailed(e);
        }
        session.commit();
        return batch.size();
    }

    private Message following(QueueReader.Settings settings) throws JMSException {
        Message message = consumer.receiveNoWait();
        return message != null ? message : consumer.receive(settings.idle().toMillis());
    }

    /** Keeps the body of a message in the queue's quarantine: it is in one of the two, whatever happens. */
    void quarantine(TakenMessage taken, String reason) throws JMSException, IOException {
        var copy = session.createBytesMessage();
        copy.setStringProperty("reason", reason);
        copy.setStringProperty("messageId", taken.id());
        try (var spool = Spool.of(taken, Long.MAX_VALUE);
                var body = spool.open();
                var producer = session.createProducer(session.createQueue(queue + QueueNames.QUARANTINE))) {
            copy.setObjectProperty("JMS_AMQ_InputStream", body);
            producer.send(copy);
        }
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
