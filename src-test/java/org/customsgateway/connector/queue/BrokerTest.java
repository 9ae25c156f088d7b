package org.customsgateway.connector.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the broker itself sees to: nothing twice, and nobody where they do not belong. */
@Tag("wire")
class BrokerTest extends OpenBroker {

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
        await().untilAsserted(() -> assertThat(broker.depth(RISK_DECLARATIONS)).isEqualTo(4));
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
}
