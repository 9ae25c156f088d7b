package org.customsgateway.connector.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.customsgateway.connector.Alarms;
import org.customsgateway.connector.Delivery;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.QueueWire;
import org.customsgateway.connector.Received;
import org.customsgateway.connector.Wired;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a partner sends and reads over a queue, as a client of any kind. */
@Tag("wire")
class PartnerMessagesTest extends OpenBroker {

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
        assertThat(alarms.raised).containsExactly("carrier quarantined large.edi");
        assertThat(alarms.texts).singleElement().asString().contains("kept in carrier.in.quarantine (too-big)");
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
}
