package org.customsgateway.connector.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.customsgateway.HandClock;
import org.customsgateway.connector.Correlation;
import org.customsgateway.connector.Delivery;
import org.customsgateway.connector.Door;
import org.customsgateway.connector.Limits;
import org.customsgateway.connector.Receipt;
import org.customsgateway.connector.ReplyTo;
import org.customsgateway.journal.Arrival;
import org.customsgateway.journal.Database;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.Kept;
import org.customsgateway.message.Origin;
import org.customsgateway.message.RawBytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the gateway promises about messages in a partner's queues, when things go wrong. */
@Tag("wire")
class PartnerQueuesTest {

    private static Certificate certificate;

    @TempDir
    Path folder;

    private PartnerBroker site;

    @BeforeAll
    static void certificate(@TempDir Path folder) throws Exception {
        certificate = Certificate.in(folder);
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
    }

    private static Session session(Connection connection) throws JMSException {
        return connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    }

    private static MessageProducer producer(Session session) throws JMSException {
        return session.createProducer(session.createQueue("carrier.in"));
    }

    private static String text(InputStream bytes) throws IOException {
        return new String(bytes.readAllBytes(), UTF_8);
    }

    @ParameterizedTest
    @EnumSource
    void a_crash_after_the_journal_and_before_the_broker_makes_one_interchange_of_one_message(Client client)
            throws Exception {
        var journal = Journal.open(Database.embedded(folder.resolve("journal.db")));
        var journaled = new CountDownLatch(1);
        var gone = new CountDownLatch(1);
        Door crashing = new Journaling(journal, () -> {
            journaled.countDown();
            gone.await();
        });
        site = new PartnerBroker(folder, certificate).start(crashing, Clock.systemUTC());
        site.partner("carrier", 1_000_000);
        var session = session(site.as(client, "carrier"));
        var producer = producer(session);
        producer.send(session.createTextMessage("once"));
        journaled.await();
        site.broker.close();
        gone.countDown();
        site.queues.close();
        var again = new CountDownLatch(1);
        site.start(new Journaling(journal, again::countDown), Clock.systemUTC());
        site.partner("carrier", 1_000_000);
        again.await();
        PartnerBroker.await().until(() -> site.broker.depth("carrier.in") == 0);
        assertThat(journal.interchanges().claim("n", 10, Instant.now(), Instant.now()))
                .hasSize(1);
        journal.close();
    }

    @ParameterizedTest
    @EnumSource
    void two_messages_with_the_same_id_are_two(Client client) throws Exception {
        site = new PartnerBroker(folder, certificate).start();
        site.partner("carrier", 1_000_000);
        var session = session(site.as(client, "carrier"));
        var producer = producer(session);
        producer.setDisableMessageID(true);
        producer.setDisableMessageTimestamp(true);
        producer.send(session.createTextMessage("a"));
        producer.send(session.createTextMessage("b"));
        PartnerBroker.await().until(() -> site.received.deliveries.size() == 2);
        assertThat(site.received.deliveries).extracting(Delivery::mark).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void what_was_accepted_outlives_a_restart_though_it_was_not_sent_as_durable(Client client) throws Exception {
        site = new PartnerBroker(folder, certificate).start();
        site.received.refuses = true;
        site.partner("carrier", 1_000_000);
        var session = session(site.as(client, "carrier"));
        var producer = producer(session);
        producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
        producer.setTimeToLive(1);
        producer.send(session.createTextMessage("kept"));
        PartnerBroker.await().until(() -> site.broker.depth("carrier.in") == 1);
        site.queues.close();
        site.broker.close();
        site.received.refuses = false;
        site.start();
        site.partner("carrier", 1_000_000);
        PartnerBroker.await().until(() -> site.received.deliveries.size() == 1);
        assertThat(site.received.bytes.values()).containsExactly("kept".getBytes(UTF_8));
    }

    private interface Pause {
        void run() throws InterruptedException;
    }

    /** Journals as the gateway does, then does something before it lets the wire acknowledge. */
    private record Journaling(Journal journal, Pause then) implements Door {

        private static int ids;

        @Override
        public Receipt receive(Delivery delivery, InputStream bytes) throws IOException {
            var body = text(bytes);
            var raw = new RawBytes("0".repeat(60) + String.format("%04x", ids), body.length());
            var received = journal.interchanges()
                    .receive(new Arrival(
                            "id" + ids++,
                            delivery.partner(),
                            delivery.wire(),
                            delivery.mark(),
                            delivery.name(),
                            new Kept(raw, null),
                            Instant.EPOCH,
                            List.of(),
                            null,
                            delivery.origin()));
            try {
                then.run();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return new Receipt(received.id(), false);
        }
    }

    @Test
    void a_poison_message_goes_to_quarantine_in_the_end_and_holds_up_no_other() throws Exception {
        var received = new CopyOnWriteArrayList<String>();
        Door door = (delivery, bytes) -> {
            var body = text(bytes);
            if (body.equals("poison")) {
                throw new IOException("cannot be received");
            }
            received.add(body);
            return new Receipt(body, false);
        };
        site = new PartnerBroker(folder, certificate).start(door, Clock.systemUTC());
        site.partner("carrier", 1_000_000);
        var session = session(site.as(Client.AMQP, "carrier"));
        var producer = producer(session);
        for (var body : List.of("a", "poison", "b")) {
            producer.send(session.createTextMessage(body));
        }
        PartnerBroker.await().until(() -> received.containsAll(List.of("a", "b")));
        PartnerBroker.await().until(() -> site.broker.depth("carrier.in") == 0);
        assertThat(site.quarantine("carrier.in")).singleElement().satisfies(kept -> {
            assertThat(kept.body()).isEqualTo("poison".getBytes(UTF_8));
            assertThat(kept.properties()).containsEntry("reason", "redelivered-too-often");
        });
        assertThat(site.alarms.raised).singleElement().asString().startsWith("carrier quarantined");
    }

    @Test
    void a_journal_that_is_away_for_long_sends_nothing_to_quarantine() throws Exception {
        var attempts = new AtomicInteger();
        var received = new CopyOnWriteArrayList<String>();
        Door door = (delivery, bytes) -> {
            if (attempts.incrementAndGet() < 2 * PartnerBroker.ATTEMPTS) {
                throw new IOException("the journal is not there");
            }
            received.add(text(bytes));
            return new Receipt("a", false);
        };
        site = new PartnerBroker(folder, certificate);
        site.alarms.failing = () -> attempts.get() < 2 * PartnerBroker.ATTEMPTS;
        site.start(door, Clock.systemUTC());
        site.partner("carrier", 1_000_000);
        var session = session(site.as(Client.CORE, "carrier"));
        producer(session).send(session.createTextMessage("a"));
        PartnerBroker.await().until(() -> received.contains("a"));
        PartnerBroker.await().until(() -> site.broker.depth("carrier.in") == 0);
        assertThat(site.broker.depth("carrier.in.quarantine")).isZero();
    }

    @Test
    void a_partner_that_never_fetches_its_replies_slows_no_other_and_is_told_of() throws Exception {
        site = new PartnerBroker(folder, certificate).start();
        var idle = site.partner("idle", 1_000_000);
        var busy = site.partner("busy", 1_000_000);
        var body = "r".repeat(100_000);
        for (int i = 0; i < 200; i++) { // twice what is kept of a queue in the heap
            site.reply(idle, "r" + i, body, Origin.NONE, "");
        }
        assertThat(site.alarms.raised).containsExactly("idle not-fetched");
        site.reply(busy, "s1", "<s/>", Origin.NONE, "");
        var reading = session(site.as(Client.AMQP, "busy"));
        assertThat(reading.createConsumer(reading.createQueue("busy.out")).receive(10_000))
                .isNotNull();
        var late = session(site.as(Client.AMQP, "idle"));
        var consumer = late.createConsumer(late.createQueue("idle.out"));
        for (int i = 0; i < 200; i++) {
            assertThat(consumer.receive(10_000).getStringProperty("name")).isEqualTo("r" + i);
        }
        PartnerBroker.await().until(() -> !site.broker.isLong("idle.out"));
        site.reply(idle, "r200", body, Origin.NONE, "");
        assertThat(site.alarms.raised).containsExactly("idle not-fetched", "idle fetched");
    }

    @Test
    void so_many_a_minute_and_the_rest_waits_in_the_queue() throws Exception {
        var clock = new HandClock(Instant.EPOCH);
        site = new PartnerBroker(folder, certificate);
        site.start(site.received, clock);
        site.partner("carrier", new Limits(1_000, 10, 3), ReplyTo.FIXED, Correlation.NONE);
        var session = session(site.as(Client.CORE, "carrier"));
        var producer = producer(session);
        for (int i = 0; i < 5; i++) {
            producer.send(session.createTextMessage("m" + i));
        }
        PartnerBroker.await().until(() -> site.broker.depth("carrier.in") == 2);
        assertThat(site.received.deliveries).hasSize(3);
        clock.forward(Duration.ofSeconds(61));
        PartnerBroker.await().until(() -> site.broker.depth("carrier.in") == 0);
        assertThat(site.received.deliveries).hasSize(5);
    }
}
