package org.customsgateway.connector.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.customsgateway.connector.Alarms;
import org.customsgateway.connector.Delivery;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.QueueWire;
import org.customsgateway.connector.Received;
import org.customsgateway.connector.Secret;
import org.customsgateway.connector.Wired;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("wire")
class BrokerTest {

    private static final String RISK_DECLARATIONS = "risk.declarations";
    private static final String RISK_DECISIONS = "risk.decisions";
    private static final String REVENUE_DECLARATIONS = "revenue.declarations";
    private static final String REVENUE_DECISIONS = "revenue.decisions";
    private static final String QUEUE = RISK_DECISIONS;

    @TempDir
    Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();
    private Broker broker;

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

    private Secret secret() {
        return Secret.reference("env:PASSWORD", folder, name -> "sesame");
    }

    private QueueReader read(String queue, QueueReader.Settings settings, QueueHandler handler) {
        var reader = new QueueReader(broker, queue, settings, handler);
        open.add(reader);
        reader.start();
        return reader;
    }

    private static QueueReader.Settings settings(int sessions, int batch, int maxDeliveries, int maxBytes) {
        return new QueueReader.Settings(sessions, batch, Duration.ofMillis(50), maxDeliveries, maxBytes);
    }

    private void send(String queue, QueueMessage... messages) throws IOException {
        try (var writer = new QueueWriter(broker)) {
            writer.send(Map.of(queue, List.of(messages)));
        }
    }

    private static QueueMessage message(String id) {
        return QueueMessage.of(id, "about " + id, ("<" + id + "/>").getBytes(UTF_8), Map.of("kind", "test"));
    }

    /** As a back-end or partner in another process. */
    private Connection as(String user) throws JMSException {
        var connection = new ActiveMQConnectionFactory(broker.url(), user, "sesame").createConnection();
        open.add(connection);
        connection.start();
        return connection;
    }

    private static void send(Connection connection, String queue, Session session, jakarta.jms.Message message)
            throws JMSException {
        session.createProducer(session.createQueue(queue)).send(message);
    }

    @Test
    void a_batch_is_handled_whole_and_in_order_and_then_gone() throws Exception {
        send(QUEUE, IntStream.range(0, 100).mapToObj(i -> message("m" + i)).toArray(QueueMessage[]::new));
        var batches = new CopyOnWriteArrayList<List<QueueMessage>>();
        read(QUEUE, settings(1, 60, 3, 1_000), (messages, refused) -> batches.add(messages));
        await().until(() -> broker.depth(QUEUE) == 0);
        assertThat(batches).hasSize(2);
        var all = batches.stream().flatMap(List::stream).toList();
        assertThat(all)
                .extracting(QueueMessage::correlationId)
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(i -> "about m" + i).toList());
        assertThat(all.get(0).body()).isEqualTo("<m0/>".getBytes(UTF_8));
        assertThat(all.get(0).properties()).containsEntry("kind", "test");
    }

    @Test
    void a_batch_that_cannot_be_handled_comes_again_and_nothing_is_lost() throws Exception {
        send(QUEUE, message("a"), message("b"), message("c"));
        var fails = new AtomicBoolean(true);
        var handled = new CopyOnWriteArrayList<String>();
        read(QUEUE, settings(1, 10, 100, 1_000), (messages, refused) -> {
            if (fails.getAndSet(false)) {
                throw new IllegalStateException("the journal is not there");
            }
            messages.forEach(message -> handled.add(message.correlationId()));
        });
        await().until(() -> broker.depth(QUEUE) == 0);
        assertThat(handled).containsExactlyInAnyOrder("about a", "about b", "about c");
    }

    @Test
    void a_message_that_is_never_handled_is_refused_in_the_end_and_holds_up_no_other() throws Exception {
        send(QUEUE, message("a"), message("poison"), message("c"));
        var handled = new CopyOnWriteArrayList<String>();
        var refusals = new CopyOnWriteArrayList<RefusedMessage>();
        read(QUEUE, settings(1, 10, 3, 1_000), (messages, refused) -> {
            if (messages.stream().anyMatch(message -> message.correlationId().equals("about poison"))) {
                throw new IllegalStateException("cannot be handled");
            }
            messages.forEach(message -> handled.add(message.correlationId()));
            refusals.addAll(refused);
        });
        await().until(() -> broker.depth(QUEUE) == 0);
        assertThat(handled).containsExactlyInAnyOrder("about a", "about c");
        assertThat(refusals).singleElement().satisfies(refused -> {
            assertThat(refused.reason()).isEqualTo("redelivered-too-often");
            assertThat(refused.message().body()).isEqualTo("<poison/>".getBytes(UTF_8));
            assertThat(refused.message().deliveries()).isEqualTo(4);
        });
    }

    @Test
    void objects_maps_streams_and_what_is_too_big_are_refused_and_never_deserialised() throws Exception {
        var risk = as("risk");
        var session = risk.createSession(false, Session.AUTO_ACKNOWLEDGE);
        var map = session.createMapMessage();
        map.setString("a", "b");
        var stream = session.createStreamMessage();
        stream.writeString("a");
        var big = session.createBytesMessage();
        big.writeBytes(new byte[300_000]);
        var object = session.createObjectMessage(new Bomb());
        for (var message : List.of(object, map, stream, big, session.createTextMessage("good"))) {
            send(risk, QUEUE, session, message);
        }
        var reasons = new CopyOnWriteArrayList<String>();
        var handled = new CopyOnWriteArrayList<String>();
        read(QUEUE, settings(1, 10, 3, 100_000), (messages, refused) -> {
            refused.forEach(each -> reasons.add(each.reason()));
            messages.forEach(message -> handled.add(new String(message.body(), UTF_8)));
        });
        await().until(() -> broker.depth(QUEUE) == 0);
        assertThat(handled).containsExactly("good");
        assertThat(reasons).containsExactly("not-bytes-or-text", "not-bytes-or-text", "not-bytes-or-text", "too-big");
        assertThat(Bomb.exploded).isFalse();
    }

    static class Bomb implements java.io.Serializable {
        static volatile boolean exploded;

        private void readObject(java.io.ObjectInputStream in) {
            exploded = true;
        }
    }

    @Test
    void the_same_id_again_is_dropped_alone_in_a_batch_and_after_a_restart() throws Exception {
        send(RISK_DECLARATIONS, message("a"), message("b"));
        send(RISK_DECLARATIONS, message("b"), message("c"));
        send(RISK_DECLARATIONS, message("a"));
        assertThat(broker.depth(RISK_DECLARATIONS)).isEqualTo(3);
        broker.close();
        start();
        assertThat(broker.depth(RISK_DECLARATIONS)).isEqualTo(3);
        send(RISK_DECLARATIONS, message("a"), message("b"), message("c"), message("d"));
        assertThat(broker.depth(RISK_DECLARATIONS)).isEqualTo(4);
    }

    @Test
    void a_back_end_reads_its_declarations_and_sends_its_decisions_and_nothing_else() throws Exception {
        send(RISK_DECLARATIONS, message("a"));
        var risk = as("risk");
        var session = risk.createSession(false, Session.AUTO_ACKNOWLEDGE);
        var consumer = session.createConsumer(session.createQueue(RISK_DECLARATIONS));
        assertThat(consumer.receive(5_000).getJMSCorrelationID()).isEqualTo("about a");
        send(risk, RISK_DECISIONS, session, session.createTextMessage("r"));
        for (var queue : List.of(REVENUE_DECLARATIONS, REVENUE_DECISIONS, RISK_DECISIONS, "dead")) {
            assertThatThrownBy(() -> session.createConsumer(session.createQueue(queue)), queue)
                    .isInstanceOf(JMSException.class);
        }
        for (var queue : List.of(RISK_DECLARATIONS, REVENUE_DECISIONS, "activemq.management", "made.up")) {
            assertThatThrownBy(() -> send(risk, queue, session, session.createTextMessage("x")), queue)
                    .isInstanceOf(JMSException.class);
        }
        for (var user : List.of("", "nobody", "gateway")) {
            assertThatThrownBy(() -> as(user), user).isInstanceOf(JMSException.class);
        }
    }

    @Test
    void a_reader_goes_on_when_the_broker_is_there_again() throws Exception {
        var port = Integer.parseInt(broker.url().substring(broker.url().lastIndexOf(':') + 1));
        var outside = Broker.at(broker.url(), "risk", secret());
        var handled = new CopyOnWriteArrayList<String>();
        var reader = new QueueReader(
                outside,
                RISK_DECLARATIONS,
                settings(2, 10, 3, 1_000),
                (messages, refused) -> messages.forEach(message -> handled.add(message.correlationId())));
        open.add(reader);
        reader.start();
        send(RISK_DECLARATIONS, message("before"));
        await().until(() -> handled.contains("about before"));
        broker.close();
        broker = Broker.embedded(new Broker.Embedded(
                folder.resolve("broker"), "127.0.0.1", Optional.of(port), Map.of("risk", secret())));
        broker.start();
        send(RISK_DECLARATIONS, message("after"));
        await().until(() -> handled.contains("about after"));
    }

    private Partner partner(long bytes) {
        return Wired.queue(
                "carrier",
                new QueueWire("carrier.in", "carrier.out", "carrier", Optional.of(secret())),
                Wired.limits(bytes));
    }

    @Test
    void a_partners_message_is_received_within_its_transaction_whatever_its_size() throws Exception {
        var received = new Received();
        var alarms = new Alarms();
        var queues = new PartnerQueues(broker, received, alarms, Clock.systemUTC());
        open.add(queues);
        received.refuses = true;
        queues.added(partner(4_000_000));
        var session = as("carrier").createSession(false, Session.AUTO_ACKNOWLEDGE);
        var producer = session.createProducer(session.createQueue("carrier.in"));
        var small = session.createTextMessage("<a/>");
        small.setStringProperty("name", "../a.edi");
        small.setStringProperty("CamelFileName", "/etc/passwd");
        producer.send(small);
        var large = session.createBytesMessage();
        large.writeBytes(new byte[3_000_000]);
        producer.send(large);
        await().until(() -> broker.depth("carrier.in") == 2);
        received.refuses = false;
        await().until(() -> broker.depth("carrier.in") == 0);
        assertThat(received.deliveries)
                .extracting(delivery -> delivery.origin().messageId())
                .containsExactlyInAnyOrder(small.getJMSMessageID(), large.getJMSMessageID());
        assertThat(received.deliveries).extracting(Delivery::mark).doesNotHaveDuplicates();
        assertThat(received.bytes.values()).extracting(bytes -> bytes.length).containsExactlyInAnyOrder(4, 3_000_000);
        assertThat(received.names()).anyMatch(name -> name.startsWith("unsafe-") && name.endsWith("..%2fa.edi"));
    }

    @Test
    void a_partners_message_beyond_its_limit_is_kept_in_quarantine_and_the_next_is_received() throws Exception {
        var received = new Received();
        var alarms = new Alarms();
        var queues = new PartnerQueues(broker, received, alarms, Clock.systemUTC());
        open.add(queues);
        queues.added(partner(2_000_000));
        var session = as("carrier").createSession(false, Session.AUTO_ACKNOWLEDGE);
        var producer = session.createProducer(session.createQueue("carrier.in"));
        var large = session.createBytesMessage();
        large.setStringProperty("name", "large.edi");
        large.writeBytes(new byte[3_000_000]);
        producer.send(large);
        producer.send(session.createTextMessage("<b/>"));
        await().until(() -> broker.depth("carrier.in") == 0);
        assertThat(received.deliveries).hasSize(1);
        assertThat(alarms.raised).containsExactly("carrier refused large.edi");
        var kept = new CopyOnWriteArrayList<QueueMessage>();
        read("carrier.in.quarantine", settings(1, 10, 3, 4_000_000), (messages, refused) -> kept.addAll(messages));
        await().until(() -> !kept.isEmpty());
        assertThat(kept.get(0).body()).hasSize(3_000_000);
        assertThat(kept.get(0).properties()).containsEntry("reason", "too-big");
    }

    @Test
    void a_partner_reads_its_replies_once_and_is_out_when_it_is_removed() throws Exception {
        var queues = new PartnerQueues(broker, new Received(), new Alarms(), Clock.systemUTC());
        open.add(queues);
        var partner = partner(1_000);
        queues.added(partner);
        var reply = Files.writeString(folder.resolve("reply"), "<r/>");
        queues.deliver(partner, Dispatch.of("r1.xml", reply));
        queues.deliver(partner, Dispatch.of("r1.xml", reply));
        assertThat(broker.depth("carrier.out")).isEqualTo(1);
        var connection = as("carrier");
        var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        var message = session.createConsumer(session.createQueue("carrier.out")).receive(5_000);
        assertThat(message.getStringProperty("name")).isEqualTo("r1.xml");
        assertThat(message.getBody(byte[].class)).isEqualTo("<r/>".getBytes(UTF_8));
        assertThatThrownBy(() -> session.createConsumer(session.createQueue("carrier.in")))
                .isInstanceOf(JMSException.class);
        queues.removed(partner);
        assertThatThrownBy(() -> as("carrier")).isInstanceOf(JMSException.class);
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }
}
