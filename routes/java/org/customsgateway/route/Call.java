package org.customsgateway.route;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customsgateway.connector.Declined;
import org.customsgateway.connector.http.BackEndServer;
import org.customsgateway.connector.queue.QueueHandler;
import org.customsgateway.connector.queue.QueueMessage;
import org.customsgateway.connector.queue.RefusedMessage;
import org.customsgateway.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the declarations in a back-end's queue to its server, and what that answers on. While the server does not answer they stay in
 * the queue, and one is tried now and then: nothing else waits for it.
 */
final class Call implements QueueHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Call.class);

    private final String backEnd;
    private final BackEndServer server;
    private final QueueHandler decisions;
    private final Journal journal;
    private final Clock clock;
    private final Lamp away;

    /** @param decisions takes its answers and returns when they are journaled */
    Call(String backEnd, BackEndServer server, QueueHandler decisions, Journal journal, Clock clock) {
        this.backEnd = backEnd;
        this.server = server;
        this.decisions = decisions;
        this.journal = journal;
        this.clock = clock;
        this.away = new Lamp(journal, "BACK-END", backEnd, clock);
    }

    @Override
    public void handle(List<QueueMessage> messages, List<RefusedMessage> refused) throws Exception {
        for (RefusedMessage each : refused) {
            declined(each.message(), each.reason());
        }
        List<QueueMessage> answers = new ArrayList<>();
        for (QueueMessage message : messages) {
            answer(message).ifPresent(answers::add);
        }
        if (!answers.isEmpty()) {
            decisions.handle(answers, List.of());
        }
    }

    private Optional<QueueMessage> answer(QueueMessage message) throws IOException {
        String id = message.correlationId();
        try {
            Optional<byte[]> said = server.post(message.body(), message.properties());
            away.off();
            return said.map(body -> QueueMessage.of(id, id, body, Map.of()));
        } catch (Declined e) {
            away.off();
            declined(message, e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            away.on("it does not answer, its declarations wait: " + e.getMessage());
            throw e;
        }
    }

    /** It lies in the journal; that its decision is missing tells the partner. */
    private void declined(QueueMessage message, String reason) {
        LOG.warn("{} does not take declaration {}: {}", backEnd, message.correlationId(), reason);
        journal.alarms()
                .raise("DECLARATION-DECLINED", backEnd, message.correlationId() + ": " + reason, clock.instant());
    }
}
