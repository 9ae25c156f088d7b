package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.customsgateway.connector.queue.Broker;
import org.customsgateway.connector.queue.QueueWriter;
import org.customsgateway.message.ItemId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The process dies around the commit of the broker, journal and broker are opened again, and what is not marked as sent is
 * swept: each back-end's queue has each declaration once.
 */
@Tag("wire")
class HandOffCrashTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void each_back_end_gets_each_declaration_once(HandOffCrash.Point point) throws Exception {
        Path log = folder.resolve("crash.log");
        assertThat(HandOffCrash.start(folder, point, log).waitFor())
                .as(() -> text(log))
                .isEqualTo(HandOffCrash.KILLED);

        try (Broker broker = HandOffCrash.broker(folder);
                var books = new Books(folder)) {
            broker.start();
            books.clock.forward(Duration.ofMinutes(1));
            try (var writer = new QueueWriter(broker)) {
                books.handOff(writer::send).sweep();
            }

            List<String> each = IntStream.rangeClosed(1, HandOffCrash.ITEMS)
                    .mapToObj(n -> ItemId.of("i", n))
                    .toList();
            assertThat(declarations(broker, "risk")).containsExactlyInAnyOrderElementsOf(each);
            assertThat(declarations(broker, "revenue")).containsExactlyInAnyOrderElementsOf(each);
            assertThat(books.journal.handOvers().unsent("risk", books.clock.instant(), 9, 0))
                    .isEmpty();
        }
    }

    private static List<String> declarations(Broker broker, String backend) throws JMSException {
        List<String> ids = new ArrayList<>();
        try (var connection = broker.connections().createConnection()) {
            var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            var queue = session.createConsumer(session.createQueue(backend + ".declarations"));
            connection.start();
            for (var message = queue.receive(2_000); message != null; message = queue.receive(500)) {
                ids.add(message.getJMSCorrelationID());
            }
        }
        return ids;
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
