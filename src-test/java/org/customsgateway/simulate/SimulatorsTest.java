package org.customsgateway.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue contract as a back-end keeps it, with a broker and no gateway. */
@Tag("wire")
class SimulatorsTest {

    private static final String URL = "vm://77";
    private static final Map<BackEnd, Broker> RISK = Map.of(BackEnd.RISK, new Broker(URL, "risk", "r"));

    @TempDir
    private Path folder;

    private EmbeddedActiveMQ broker;
    private Ledger ledger;

    @BeforeEach
    void start() throws Exception {
        ledger = Ledger.to(folder.resolve("ledger"));
        startBroker();
    }

    @AfterEach
    void stop() throws Exception {
        broker.stop();
        ledger.close();
    }

    @Test
    void answers_on_the_decision_queue_about_the_declaration() throws Exception {
        try (var simulators = start(Answer.of(Say.RELEASE));
                var queues = new Queues()) {
            var sent = queues.declare("d-1");
            var answer = (BytesMessage) queues.decision();

            assertThat(answer.getJMSCorrelationID()).isEqualTo("d-1");
            assertThat(answer.getStringProperty("declarationId")).isEqualTo("d-1");
            assertThat(body(answer))
                    .contains("<FunctionCode>08</FunctionCode>")
                    .contains("<FunctionalReferenceID>01J-0000001</FunctionalReferenceID>");
            await().until(() -> simulators.answered() == 1);
            ledger.flush();
            assertThat(Ledger.read(folder.resolve("ledger"), BackEnd.RISK)).isEqualTo(Map.of("d-1/1", Set.of(sent)));
        }
    }

    @Test
    void a_text_message_is_read_as_well() throws Exception {
        try (var simulators = start(Answer.of(Say.ACCEPTED));
                var queues = new Queues()) {
            queues.send("d-1", queues.session.createTextMessage(DeclaredReaderTest.DECLARATION));
            assertThat(queues.decision().getJMSCorrelationID()).isEqualTo("d-1");
            assertThat(simulators.received()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void the_same_answer_twice_has_one_reference_and_another_answer_another() throws Exception {
        try (var simulators = start(Answer.of(Say.ACCEPTED).times(2), Answer.of(Say.RELEASE));
                var queues = new Queues()) {
            queues.declare("d-1");
            var first = reference(queues.decision());
            assertThat(reference(queues.decision())).isEqualTo(first);
            assertThat(reference(queues.decision())).isNotEqualTo(first);
            assertThat(simulators.received()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void a_late_answer_comes_after_one_that_was_sent_later() throws Exception {
        try (var simulators = start(Answer.of(Say.ACCEPTED).after(Duration.ofMillis(400)), Answer.of(Say.RELEASE));
                var queues = new Queues()) {
            queues.declare("d-1");
            assertThat(body((BytesMessage) queues.decision())).contains("<FunctionCode>08<");
            assertThat(body((BytesMessage) queues.decision())).contains("<FunctionCode>01<");
            assertThat(simulators.received()).isEqualTo(1);
        }
    }

    @Test
    void what_cannot_be_read_does_not_hold_up_the_next() throws Exception {
        try (var simulators = start(Answer.of(Say.ACCEPTED));
                var queues = new Queues()) {
            queues.send("broken", queues.session.createTextMessage("<not-xml"));
            queues.send(null, queues.session.createTextMessage("no id"));
            queues.declare("d-1");
            assertThat(queues.decision().getJMSCorrelationID()).isEqualTo("d-1");
            await().until(() -> simulators.received() == 3);
        }
    }

    @Test
    void goes_on_after_the_broker_was_away_and_leaves_nothing_unanswered() throws Exception {
        try (var simulators = start(Answer.of(Say.ACCEPTED))) {
            var answered = new HashSet<String>();
            for (int round = 0; round < 2; round++) {
                try (var queues = new Queues()) {
                    for (int i = 0; i < 100; i++) {
                        queues.declare("d-" + round + "-" + i);
                    }
                    if (round == 1) {
                        // an answer whose commit was in doubt may come twice
                        while (answered.size() < 200) {
                            answered.add(queues.decision().getJMSCorrelationID());
                        }
                    }
                }
                if (round == 0) {
                    broker.stop();
                    startBroker();
                }
            }
            await().until(() -> simulators.answered() > 100);
        }
        ledger.flush();
        assertThat(Ledger.read(folder.resolve("ledger"), BackEnd.RISK))
                .hasSize(200)
                .allSatisfy((declaration, messages) -> assertThat(messages).hasSize(1));
    }

    private Simulators start(Answer... answers) {
        return Simulators.start(RISK, Script.always(answers), Delay.NONE, ledger, Clock.systemUTC());
    }

    private void startBroker() throws Exception {
        broker = new EmbeddedActiveMQ();
        broker.setConfiguration(new ConfigurationImpl()
                .setName("contract")
                .setSecurityEnabled(false)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .addAcceptorConfiguration("vm", URL));
        broker.start();
    }

    private static String reference(Message message) throws Exception {
        return body((BytesMessage) message).split("FunctionalReferenceID>")[1];
    }

    private static String body(BytesMessage message) throws Exception {
        var bytes = new byte[(int) message.getBodyLength()];
        message.readBytes(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The gateway's side of the queues. */
    private static final class Queues implements AutoCloseable {

        private final ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(URL);
        private final jakarta.jms.Connection connection = factory.createConnection();
        private final Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);

        Queues() throws Exception {
            connection.start();
        }

        String declare(String id) throws Exception {
            var message = session.createBytesMessage();
            message.writeBytes(DeclaredReaderTest.DECLARATION.getBytes(StandardCharsets.UTF_8));
            return send(id, message);
        }

        String send(String id, Message message) throws Exception {
            message.setStringProperty("declarationId", id);
            message.setStringProperty("declarationVersion", "1");
            try (var producer = session.createProducer(session.createQueue("risk.declarations"))) {
                producer.send(message);
            }
            return message.getJMSMessageID();
        }

        Message decision() throws Exception {
            try (var consumer = session.createConsumer(session.createQueue("risk.decisions"))) {
                return java.util.Objects.requireNonNull(consumer.receive(10_000), "no answer within ten seconds");
            }
        }

        @Override
        public void close() throws Exception {
            connection.close();
            factory.close();
        }
    }
}
