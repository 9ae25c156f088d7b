package org.customsgateway.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.customsgateway.connector.Secret;
import org.customsgateway.connector.queue.Broker;

/**
 * The gateway's embedded broker with its settings, and plain JMS at both sides of it: declarations out, taken, answered and
 * the answers taken, in the same number of transactions as in the gateway's run, in as many threads.
 */
final class BareBroker implements BareRun.Work, AutoCloseable {

    private static final List<String> BACK_ENDS = List.of("risk", "revenue");
    private static final int READERS = 2;
    private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";
    private static final long WAIT_MILLIS = 50;

    private final Footprint footprint;
    private final Broker broker;
    private final List<Map<String, String>> properties = new ArrayList<>();

    BareBroker(Path folder, Footprint footprint) throws Exception {
        this.footprint = footprint;
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("password"), "bare");
        var password = Secret.reference("file:password", folder, System::getenv);
        broker = Broker.embedded(new Broker.Embedded(
                folder.resolve("data"), "127.0.0.1", Optional.of(0), Map.of("risk", password, "revenue", password)));
        broker.start();
        var json = new ObjectMapper();
        for (var sample : footprint.sample()) {
            var enrichment = (String) sample.handOvers().get(0).get("enrichment");
            properties.add(json.readValue(enrichment, new TypeReference<Map<String, String>>() {}));
        }
    }

    @Override
    public void run() throws Exception {
        var works = new ArrayList<BareRun.Work>();
        works.add(this::handOver);
        for (var backEnd : BACK_ENDS) {
            works.add(() -> answer(backEnd));
            var left = new AtomicInteger(answers(backEnd) * footprint.items());
            for (int reader = 0; reader < READERS; reader++) {
                works.add(() -> decide(backEnd, left));
            }
        }
        BareRun.together(works);
    }

    private int answers(String backEnd) {
        return (int) footprint.sample().get(0).decisions().stream()
                .filter(decision -> backEnd.equals(decision.get("backend")))
                .count();
    }

    private void handOver() throws JMSException {
        try (var connection = broker.connections().createConnection();
                var session = connection.createSession(true, Session.SESSION_TRANSACTED);
                var producer = session.createProducer(null)) {
            for (int part = 0; part < footprint.handOffs(); part++) {
                for (var backEnd : BACK_ENDS) {
                    var queue = session.createQueue(backEnd + ".declarations");
                    for (int item = first(part); item < first(part + 1); item++) {
                        producer.send(queue, declaration(session, item));
                    }
                    session.commit();
                }
            }
        }
    }

    private int first(int part) {
        return (int) ((long) footprint.items() * part / footprint.handOffs());
    }

    private Message declaration(Session session, int item) throws JMSException {
        var id = "I%017d-%07d".formatted(item, item);
        var message = session.createBytesMessage();
        message.writeBytes(footprint.sample().get(item % properties.size()).document());
        message.setJMSCorrelationID(id);
        message.setStringProperty(DUPLICATE_ID, id);
        message.setStringProperty("declarationId", id);
        for (var property : properties.get(item % properties.size()).entrySet()) {
            message.setStringProperty(property.getKey(), property.getValue());
        }
        return message;
    }

    /** The back-ends' side: over TCP, as its own user. */
    private void answer(String backEnd) throws JMSException {
        var bodies = new HashMap<Integer, List<byte[]>>();
        int batch = Math.max(1, footprint.items() * BACK_ENDS.size() / footprint.answers());
        try (var factory = new ActiveMQConnectionFactory(broker.url())) {
            factory.setBlockOnDurableSend(false);
            factory.setBlockOnAcknowledge(false);
            try (var connection = factory.createConnection(backEnd, "bare");
                    var session = connection.createSession(true, Session.SESSION_TRANSACTED);
                    var consumer = session.createConsumer(session.createQueue(backEnd + ".declarations"));
                    var producer = session.createProducer(session.createQueue(backEnd + ".decisions"))) {
                connection.start();
                for (int taken = 0; taken < footprint.items(); ) {
                    for (int i = 0; i < batch && taken < footprint.items(); i++, taken++) {
                        var id = take(consumer).getStringProperty("declarationId");
                        for (var body : bodies.computeIfAbsent(taken % properties.size(), n -> bodies(n, backEnd))) {
                            var message = session.createBytesMessage();
                            message.writeBytes(body);
                            message.setJMSCorrelationID(id);
                            message.setStringProperty("declarationId", id);
                            producer.send(message);
                        }
                    }
                    session.commit();
                }
            }
        }
    }

    private List<byte[]> bodies(int sample, String backEnd) {
        return footprint.sample().get(sample).decisions().stream()
                .filter(decision -> backEnd.equals(decision.get("backend")))
                .map(decision -> (byte[]) decision.get("payload"))
                .toList();
    }

    private void decide(String backEnd, AtomicInteger left) throws JMSException {
        int batch = Math.max(1, footprint.decisions() / footprint.decides());
        try (Connection connection = broker.connections().createConnection();
                var session = connection.createSession(true, Session.SESSION_TRANSACTED);
                var consumer = session.createConsumer(session.createQueue(backEnd + ".decisions"))) {
            connection.start();
            while (left.get() > 0) {
                for (int taken = 0; taken < batch && left.get() > 0; ) {
                    if (consumer.receive(WAIT_MILLIS) instanceof BytesMessage message) {
                        message.readBytes(new byte[(int) message.getBodyLength()]);
                        left.decrementAndGet();
                        taken++;
                    }
                }
                session.commit();
            }
        }
    }

    private static Message take(MessageConsumer consumer) throws JMSException {
        Message message = null;
        while (message == null) {
            message = consumer.receive(WAIT_MILLIS);
        }
        message.getBody(byte[].class);
        return message;
    }

    @Override
    public void close() throws Exception {
        broker.close();
    }
}
