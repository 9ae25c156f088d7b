package org.customsgateway.connector.queue;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.customsgateway.connector.Alarms;
import org.customsgateway.connector.Correlation;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.Door;
import org.customsgateway.connector.Limits;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.QueueWire;
import org.customsgateway.connector.Received;
import org.customsgateway.connector.ReplyTo;
import org.customsgateway.connector.Secret;
import org.customsgateway.connector.Wired;
import org.customsgateway.message.Origin;

/** An embedded broker with TLS and partners at it; what they send ends at {@link #received}, or at another door. */
final class PartnerBroker implements AutoCloseable {

    static final String PASSWORD = "sesame";
    static final int ATTEMPTS = 3;

    final Received received = new Received();
    final Alarms alarms = new Alarms();
    final Certificate certificate;
    private final Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Map<String, Partner> partners = new HashMap<>();
    Broker broker;
    PartnerQueues queues;

    PartnerBroker(Path folder, Certificate certificate) {
        this.folder = folder;
        this.certificate = certificate;
    }

    PartnerBroker start() throws Exception {
        return start(received, Clock.systemUTC());
    }

    PartnerBroker start(Door door, Clock clock) throws Exception {
        var tls = new Broker.Tls("127.0.0.1", 0, certificate.pem(), Optional.empty());
        broker = Broker.embedded(new Broker.Embedded(
                folder.resolve("broker"),
                "127.0.0.1",
                Optional.empty(),
                Optional.of(tls),
                100,
                20,
                Map.of(),
                Set.of(),
                Set.of()));
        broker.start();
        queues = new PartnerQueues(broker, door, alarms, clock, ATTEMPTS);
        return this;
    }

    private Secret secret() {
        return Secret.reference("env:PASSWORD", folder, name -> PASSWORD);
    }

    Partner partner(String id, long bytes) {
        return partner(id, new Limits(bytes, 1_000, 0), ReplyTo.FIXED, Correlation.MESSAGE_ID);
    }

    Partner partner(String id, Limits limits, ReplyTo replyTo, Correlation correlation) {
        var wire = new QueueWire(id + ".in", id + ".out", id, Optional.of(secret()), replyTo, correlation, 8);
        var partner = Wired.queue(id, wire, limits);
        queues.added(partner);
        partners.put(id, partner);
        return partner;
    }

    Connection as(Client client, String user) throws JMSException {
        return as(client, user, PASSWORD);
    }

    Connection as(Client client, String user, String password) throws JMSException {
        var connection = client.connect(broker.securePort(), certificate, user, password);
        open.add(connection);
        return connection;
    }

    /** As the gateway does, with a reply of its own to what came in last. */
    void reply(Partner partner, String name, String body, Origin origin, String reference) throws IOException {
        reply(partner, name, body, origin, reference, "");
    }

    void reply(Partner partner, String name, String body, Origin origin, String reference, String contentType)
            throws IOException {
        queues.deliver(
                partner,
                new Dispatch(
                        name,
                        name,
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                        origin,
                        reference,
                        contentType));
    }

    List<QueueMessage> quarantine(String queue) {
        var kept = new ArrayList<QueueMessage>();
        var settings = new QueueReader.Settings(1, 1, Duration.ofMillis(5), 3, 20_000_000);
        try (var reader = new QueueReader(
                broker, queue + QueueNames.QUARANTINE, settings, (messages, refused) -> kept.addAll(messages))) {
            reader.start();
            await().until(() -> broker.depth(queue + QueueNames.QUARANTINE) == 0);
        }
        return kept;
    }

    static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (Exception gone) {
                // a client whose broker went away
            }
        }
        queues.close();
        broker.close();
    }
}
