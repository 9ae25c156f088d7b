package org.customsgateway.simulate;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.xml.stream.XMLStreamException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One back-end: takes what is there up to a batch, answers all of it, commits once. */
final class Simulator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
    private static final int BATCH = 500;
    private static final long WAIT_MILLIS = 200;

    private final Broker broker;
    private final Behaviour behaviour;
    private final Ledger ledger;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong commits = new AtomicLong();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    Simulator(Broker broker, Behaviour behaviour, Ledger ledger) {
        this.broker = broker;
        this.behaviour = behaviour;
        this.ledger = ledger;
        this.thread = new Thread(this::run, "simulate-" + behaviour.backEnd().id());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    long received() {
        return received.get();
    }

    long commits() {
        return commits.get();
    }

    long answered() {
        return answered.get();
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A lost broker is not the end of a back-end: it comes back and takes up what was not committed. */
    private void run() {
        var lost = false;
        do {
            try {
                work();
            } catch (JMSException | IOException e) {
                if (!lost && stopped.getCount() > 0) {
                    LOG.warn("{} has lost the broker: {}", behaviour.backEnd().id(), e.getMessage());
                }
                lost = true;
            } catch (RuntimeException e) {
                // its own fault: nothing was committed, so the declaration comes again
                LOG.error("{} stumbled", behaviour.backEnd().id(), e);
            }
        } while (!pause());
    }

    private boolean pause() {
        try {
            return stopped.await(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void work() throws JMSException, IOException {
        // the commit is what waits for the disk; a wait per message would only repeat it
        try (var factory = new ActiveMQConnectionFactory(broker.url())) {
            factory.setBlockOnDurableSend(false);
            factory.setBlockOnAcknowledge(false);
            try (var connection = factory.createConnection(broker.user(), broker.password());
                    var session = connection.createSession(true, Session.SESSION_TRANSACTED);
                    var consumer = session.createConsumer(
                            session.createQueue(behaviour.backEnd().declarations()));
                    var producer = session.createProducer(
                            session.createQueue(behaviour.backEnd().decisions()))) {
                connection.start();
                while (stopped.getCount() > 0) {
                    batch(session, consumer, producer);
                }
            }
        }
    }

    private void batch(Session session, MessageConsumer consumer, MessageProducer producer)
            throws JMSException, IOException {
        var taken = 0;
        var sent = 0;
        var message = consumer.receive(WAIT_MILLIS);
        while (message != null) {
            taken++;
            sent += answer(session, producer, message);
            message = taken < BATCH ? consumer.receiveNoWait() : null;
        }
        if (taken > 0) {
            ledger.flush();
            session.commit();
            commits.incrementAndGet();
            received.addAndGet(taken);
            answered.addAndGet(sent);
        }
    }

    private int answer(Session session, MessageProducer producer, Message message) throws JMSException, IOException {
        var id = message.getStringProperty("declarationId");
        var version = message.getStringProperty("declarationVersion");
        if (id == null) {
            LOG.warn(
                    "a message without declarationId was taken from {}",
                    behaviour.backEnd().declarations());
            return 0;
        }
        var itemKey = message.getStringProperty("itemKey");
        ledger.seen(
                behaviour.backEnd(),
                id,
                version == null ? "" : version,
                message.getJMSMessageID(),
                itemKey == null ? "" : itemKey);
        try {
            var sent = 0;
            var declared = DeclaredReader.read(id, version == null ? "" : version, body(message))
                    .with(properties(message));
            for (var decision : behaviour.decide(declared)) {
                producer.setDeliveryDelay(decision.after().toMillis());
                for (int i = 0; i < decision.times(); i++, sent++) {
                    producer.send(message(session, decision));
                }
            }
            return sent;
        } catch (XMLStreamException e) {
            LOG.warn("declaration {} is not readable: {}", id, e.getMessage());
            return 0;
        }
    }

    private static Map<String, String> properties(Message message) throws JMSException {
        var properties = new HashMap<String, String>();
        for (var names = message.getPropertyNames(); names.hasMoreElements(); ) {
            var name = (String) names.nextElement();
            properties.put(name, String.valueOf(message.getObjectProperty(name)));
        }
        return properties;
    }

    private static Message message(Session session, Decision decision) throws JMSException {
        var message = session.createBytesMessage();
        message.writeBytes(decision.xml());
        message.setJMSCorrelationID(decision.declarationId());
        message.setStringProperty("declarationId", decision.declarationId());
        return message;
    }

    private static byte[] body(Message message) throws JMSException {
        if (message instanceof TextMessage text) {
            return text.getText().getBytes(StandardCharsets.UTF_8);
        }
        var bytes = (BytesMessage) message;
        var body = new byte[(int) bytes.getBodyLength()];
        bytes.readBytes(body);
        return body;
    }
}
