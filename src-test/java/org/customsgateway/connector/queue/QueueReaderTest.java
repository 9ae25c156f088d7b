package org.customsgateway.connector.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Batches are handled whole, again where that failed, and what cannot be handled is refused alone. */
@Tag("wire")
class QueueReaderTest extends OpenBroker {

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
}
