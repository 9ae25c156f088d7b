package org.customsgateway.connector.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.customsgateway.connector.Correlation;
import org.customsgateway.connector.Delivery;
import org.customsgateway.connector.Limits;
import org.customsgateway.connector.ReplyTo;
import org.customsgateway.message.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a carrier's Java client can do at the embedded broker, and what it cannot: over TLS, with Artemis core and with AMQP 1.0. */
@Tag("wire")
class PartnerClientsTest {

    private static Certificate certificate;

    @TempDir
    Path folder;

    private PartnerBroker site;

    @BeforeAll
    static void certificate(@TempDir Path folder) throws Exception {
        certificate = Certificate.in(folder);
    }

    @BeforeEach
    void start() throws Exception {
        site = new PartnerBroker(folder, certificate).start();
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
    }

    private static Session session(Connection connection) throws JMSException {
        return connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    }

    private static void send(Session session, String queue, Message message) throws JMSException {
        try (var producer = session.createProducer(session.createQueue(queue))) {
            producer.send(message);
        }
    }

    private static BytesMessage bytes(Session session, byte[] body) throws JMSException {
        var message = session.createBytesMessage();
        message.writeBytes(body);
        return message;
    }

    private static Message receive(Session session, String queue) throws JMSException {
        try (var consumer = session.createConsumer(session.createQueue(queue))) {
            return consumer.receive(10_000);
        }
    }

    private Origin origin(String name) {
        return site.received.deliveries.stream()
                .filter(delivery -> delivery.name().equals(name))
                .map(Delivery::origin)
                .findAny()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void text_and_bytes_arrive_and_the_reply_names_the_message(Client client) throws Exception {
        var partner = site.partner("carrier", 1_000_000);
        var session = session(site.as(client, "carrier"));
        var text = session.createTextMessage("<a>é</a>");
        text.setStringProperty("name", "a.edi");
        var bytes = bytes(session, new byte[] {1, 2, 3});
        bytes.setStringProperty("name", "b.edi");
        send(session, "carrier.in", text);
        send(session, "carrier.in", bytes);
        PartnerBroker.await().until(() -> site.received.deliveries.size() == 2);
        assertThat(site.received.names()).containsExactly("a.edi", "b.edi");
        assertThat(site.received.bytes.get("a.edi")).isEqualTo("<a>é</a>".getBytes(UTF_8));
        assertThat(site.received.bytes.get("b.edi")).containsExactly(1, 2, 3);
        site.reply(partner, "r.xml", "<r/>", origin("b.edi"), "");
        var reply = receive(session, "carrier.out");
        assertThat(reply.getJMSCorrelationID()).isEqualTo(bytes.getJMSMessageID());
        assertThat(reply.getStringProperty("name")).isEqualTo("r.xml");
        assertThat(reply.getBody(byte[].class)).isEqualTo("<r/>".getBytes(UTF_8));
    }

    @ParameterizedTest
    @EnumSource
    void a_partner_file_chooses_the_correlation_and_the_address_below_its_own(Client client) throws Exception {
        var limits = new Limits(1_000, 10, 0);
        var other = site.partner("other", limits, ReplyTo.FROM_MESSAGE, Correlation.REFERENCE);
        var partner = site.partner("carrier", limits, ReplyTo.FROM_MESSAGE, Correlation.CORRELATION_ID);
        var session = session(site.as(client, "carrier"));
        for (var queue : List.of("carrier.out.team1", "other.out", "other.out.team1", "carrier.out.quarantine")) {
            var message = session.createTextMessage("x");
            message.setStringProperty("name", queue);
            message.setJMSCorrelationID("order 7");
            message.setJMSReplyTo(client.queue(session, queue));
            send(session, "carrier.in", message);
        }
        PartnerBroker.await().until(() -> site.received.deliveries.size() == 4);
        for (var queue : site.received.names()) {
            site.reply(partner, queue, "<r/>", origin(queue), "");
        }
        assertThat(receive(session, "carrier.out.team1").getJMSCorrelationID()).isEqualTo("order 7");
        assertThat(site.broker.depth("carrier.out")).isEqualTo(3);
        assertThat(site.broker.depth("other.out")).isZero();
        assertThat(site.alarms.raised)
                .containsExactlyInAnyOrder(
                        "carrier reply-to other.out",
                        "carrier reply-to other.out.team1",
                        "carrier reply-to carrier.out.quarantine");
        site.reply(other, "s.xml", "<r/>", Origin.NONE, "REF-1");
        var stranger = session(site.as(client, "other"));
        assertThat(receive(stranger, "other.out").getJMSCorrelationID()).isEqualTo("REF-1");
        assertThatThrownBy(() -> receive(stranger, "carrier.out.team1")).isInstanceOf(JMSException.class);
    }

    @ParameterizedTest
    @EnumSource
    void nobody_gets_in_with_another_password_name_or_none(Client client) throws Exception {
        var partner = site.partner("carrier", 1_000);
        site.as(client, "carrier");
        assertThatThrownBy(() -> site.as(client, "carrier", "wrong")).isInstanceOf(JMSException.class);
        assertThatThrownBy(() -> site.as(client, "gateway", "")).isInstanceOf(JMSException.class);
        assertThatThrownBy(() -> site.as(client, null, null)).isInstanceOf(JMSException.class);
        site.queues.removed(partner);
        assertThatThrownBy(() -> site.as(client, "carrier")).isInstanceOf(JMSException.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_partner_sends_to_its_own_queue_reads_its_own_replies_and_nothing_else(Client client) throws Exception {
        var other = site.partner("other", 1_000);
        site.partner("carrier", 1_000);
        site.reply(other, "r.xml", "<secret/>", Origin.NONE, "");
        var connection = site.as(client, "carrier");
        for (var queue : List.of(
                "other.in",
                "other.out",
                "carrier.out",
                "carrier.in.quarantine",
                "activemq.management",
                "made.up",
                "carrier.in::other.in",
                "carrier.in::other.out",
                "other.in::carrier.in",
                "risk.decisions",
                "#")) {
            try (var session = session(connection)) {
                assertThatThrownBy(() -> send(session, queue, session.createTextMessage("x")), queue)
                        .isInstanceOf(JMSException.class);
            }
        }
        try (var session = session(connection)) {
            assertThatThrownBy(() -> session.createProducer(null)
                            .send(client.queue(session, "other.in"), session.createTextMessage("x")))
                    .isInstanceOf(JMSException.class);
        }
        for (var queue : List.of(
                "other.out",
                "other.in",
                "carrier.in",
                "carrier.in.quarantine",
                "dead",
                "made.up",
                "carrier.out::other.out",
                "#",
                "*.out")) {
            try (var session = session(connection)) {
                assertThatThrownBy(() -> session.createConsumer(client.queue(session, queue)), queue)
                        .isInstanceOf(JMSException.class);
            }
            try (var session = session(connection)) {
                assertThatThrownBy(
                                () -> session.createBrowser(client.queue(session, queue))
                                        .getEnumeration()
                                        .hasMoreElements(),
                                queue)
                        .isInstanceOf(JMSException.class);
            }
        }
        assertThatThrownBy(() -> session(connection).createTemporaryQueue()).isInstanceOf(JMSException.class);
        assertThat(site.broker.depth("other.out")).isEqualTo(1);
        assertThat(site.broker.depth("other.in")).isZero();
        assertThat(site.received.deliveries).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_not_text_or_bytes_or_too_big_goes_to_quarantine_and_the_next_is_received(Client client)
            throws Exception {
        site.partner("carrier", 200_000);
        var session = session(site.as(client, "carrier"));
        var map = session.createMapMessage();
        map.setString("a", "b");
        var stream = session.createStreamMessage();
        stream.writeString("a");
        send(session, "carrier.in", session.createObjectMessage(new HashMap<>()));
        send(session, "carrier.in", map);
        send(session, "carrier.in", stream);
        send(session, "carrier.in", bytes(session, new byte[300_000]));
        send(session, "carrier.in", session.createTextMessage("x".repeat(300_000)));
        send(session, "carrier.in", session.createTextMessage("good"));
        PartnerBroker.await().until(() -> site.broker.depth("carrier.in") == 0);
        assertThat(site.received.bytes.values()).containsExactly("good".getBytes(UTF_8));
        assertThat(site.quarantine("carrier.in"))
                .extracting(kept -> kept.properties().get("reason"))
                .containsExactly("not-bytes-or-text", "not-bytes-or-text", "not-bytes-or-text", "too-big", "too-big");
        assertThat(site.alarms.raised).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource
    void what_can_neither_be_handed_on_nor_kept_is_not_taken_and_the_sender_learns_it(Client client) throws Exception {
        site.partner("carrier", 1_000);
        var connection = site.as(client, "carrier");
        var huge = session(connection);
        assertThatThrownBy(() -> send(huge, "carrier.in", bytes(huge, new byte[11 << 20])))
                .isInstanceOf(JMSException.class);
        var topic = session(connection);
        assertThatThrownBy(() ->
                        topic.createProducer(topic.createTopic("carrier.in")).send(topic.createTextMessage("x")))
                .isInstanceOf(JMSException.class);
        var transacted = connection.createSession(true, Session.SESSION_TRANSACTED);
        assertThatThrownBy(() -> {
                    send(transacted, "carrier.in", transacted.createTextMessage("goes with the other"));
                    send(transacted, "carrier.in", bytes(transacted, new byte[11 << 20]));
                    transacted.commit();
                })
                .isInstanceOf(JMSException.class);
        var session = session(connection);
        send(session, "carrier.in", session.createTextMessage("good"));
        PartnerBroker.await().until(() -> site.broker.depth("carrier.in") == 0);
        assertThat(site.received.bytes.values()).containsExactly("good".getBytes(UTF_8));
        assertThat(site.alarms.raised).contains("carrier refused");
    }

    @ParameterizedTest
    @EnumSource
    void sessions_and_consumers_are_limited(Client client) throws Exception {
        site.partner("carrier", 1_000);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10; i++) {
                        session(site.as(client, "carrier")).createConsumer(null);
                    }
                })
                .isInstanceOf(JMSException.class);
    }

    @Test
    void without_tls_nobody_is_understood() {
        site.partner("carrier", 1_000);
        var plain = new org.apache.qpid.jms.JmsConnectionFactory(
                "amqp://localhost:" + site.broker.securePort() + "?jms.connectTimeout=3000");
        assertThatThrownBy(() -> plain.createConnection("carrier", "sesame").start())
                .isInstanceOf(JMSException.class);
    }
}
