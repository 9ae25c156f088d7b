package org.customsgateway.connector.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.customsgateway.connector.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An embedded broker with both back-ends, and what is sent and read there. */
abstract class OpenBroker {

    static final String RISK_DECLARATIONS = "risk.declarations";
    static final String RISK_DECISIONS = "risk.decisions";
    static final String REVENUE_DECLARATIONS = "revenue.declarations";
    static final String REVENUE_DECISIONS = "revenue.decisions";
    static final String QUEUE = RISK_DECISIONS;

    @TempDir
    Path folder;

    final List<AutoCloseable> open = new ArrayList<>();
    Broker broker;

    @BeforeEach
    void start() throws Exception {
        broker = Broker.embedded(new Broker.Embedded(
                folder.resolve("broker"), "127.0.0.1", Optional.of(0), Map.of("risk", secret(), "revenue", secret())));
        broker.start();
    }

    @AfterEach
    void stop() throws Exception {
        for (var each : open) {
            each.close();
        }
        broker.close();
    }

    Secret secret() {
        return Secret.reference("env:PASSWORD", folder, name -> "sesame");
    }

    QueueReader read(String queue, QueueReader.Settings settings, QueueHandler handler) {
        var reader = new QueueReader(broker, queue, settings, handler);
        open.add(reader);
        reader.start();
        return reader;
    }

    static QueueReader.Settings settings(int sessions, int batch, int maxDeliveries, int maxBytes) {
        return new QueueReader.Settings(sessions, batch, Duration.ofMillis(50), maxDeliveries, maxBytes);
    }

    void send(String queue, QueueMessage... messages) throws IOException {
        try (var writer = new QueueWriter(broker)) {
            writer.send(Map.of(queue, List.of(messages)));
        }
    }

    static QueueMessage message(String id) {
        return QueueMessage.of(id, "about " + id, ("<" + id + "/>").getBytes(UTF_8), Map.of("kind", "test"));
    }

    /** As a back-end or partner in another process. */
    Connection as(String user) throws JMSException {
        var connection = new ActiveMQConnectionFactory(broker.url(), user, "sesame").createConnection();
        open.add(connection);
        connection.start();
        return connection;
    }

    static void send(Connection connection, String queue, Session session, jakarta.jms.Message message)
            throws JMSException {
        session.createProducer(session.createQueue(queue)).send(message);
    }

    static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }
}
