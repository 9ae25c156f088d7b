package org.customsgateway.route;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.customsgateway.connector.queue.QueueMessage;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.Outgoing;
import org.customsgateway.mapping.view.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queues that back-ends take declarations from, each as its view shows them; and the alarms of what keeps declarations out of them. */
final class BackEndQueues {

    private static final String VIEW = "VIEW";

    private static final Logger LOG = LoggerFactory.getLogger(BackEndQueues.class);

    private final Journal journal;
    private final Broker broker;
    private final Routing routing;
    private final Clock clock;
    private final Lamp lamp;
    /** Who may have some that cannot be shown: found some, or has not looked yet. */
    private final Set<Class<?>> waiting = new HashSet<>();

    /** The broker's end: {@code QueueWriter::send}. */
    @FunctionalInterface
    interface Broker {
        /** @throws IOException when it is not known whether the broker has them */
        void send(Map<String, List<QueueMessage>> messages) throws IOException;
    }

    BackEndQueues(Journal journal, Broker broker, Routing routing, Clock clock) {
        this.journal = journal;
        this.broker = broker;
        this.routing = routing;
        this.clock = clock;
        this.lamp = new Lamp(journal, "HAND-OVER", "broker", clock);
    }

    /**
     * Which of them the broker has now; the others cannot be shown, which is alarmed.
     *
     * @param who sends again what cannot be shown now
     * @return empty, with an alarm until it works again, when the broker does not take them
     */
    Optional<List<Outgoing>> send(Class<?> who, List<Outgoing> outgoing) {
        if (outgoing.isEmpty()) {
            return Optional.of(outgoing);
        }
        Map<String, List<QueueMessage>> byQueue = new HashMap<>();
        List<Outgoing> sent = new ArrayList<>(outgoing.size());
        Map<String, String> faults = new TreeMap<>();
        for (Outgoing each : outgoing) {
            try {
                QueueMessage message = message(each);
                byQueue.computeIfAbsent(each.handOver().backend() + ".declarations", queue -> new ArrayList<>())
                        .add(message);
                sent.add(each);
            } catch (RuntimeException e) {
                faults.putIfAbsent(each.shown(), each.handOver().itemId() + ": " + e.getMessage());
            }
        }
        faults.forEach((view, first) -> cannotBeShown(who, view, first));
        try {
            broker.send(byQueue);
        } catch (IOException e) {
            LOG.warn("{} declarations wait: {}", outgoing.size(), e.getMessage());
            lamp.on("declarations cannot be handed over");
            return Optional.empty();
        }
        lamp.off();
        return Optional.of(sent);
    }

    private QueueMessage message(Outgoing each) {
        String id = each.handOver().itemId();
        Map<String, String> properties = new HashMap<>(Enrichment.properties(each.enrichment()));
        properties.put("declarationId", id);
        String messageId = id;
        if (each.news() > 0) {
            properties.put("returnUpdate", Long.toString(each.news()));
            messageId = id + "-" + each.news();
        }
        View view = routing.view(each.shown());
        byte[] body = view == null ? each.declaration() : view.of(each.declaration());
        return QueueMessage.of(messageId, id, body, properties);
    }

    /** They wait for our files to be mended. */
    synchronized void cannotBeShown(Class<?> who, String view, String first) {
        LOG.error("declarations cannot be shown as {}, the first is {}", view, first);
        waiting.add(who);
        journal.alarms().raise(VIEW, view, first, clock.instant());
    }

    /** Nothing is said to wait no more before this one has looked. */
    synchronized void looks(Class<?> who) {
        waiting.add(who);
    }

    /** It has none that cannot be shown. */
    synchronized void allShown(Class<?> who) {
        waiting.remove(who);
        if (waiting.isEmpty()) {
            journal.alarms().open(VIEW).forEach(view -> journal.alarms().clear(VIEW, view, clock.instant()));
        }
    }
}
