package org.customsgateway.route;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.customsgateway.connector.BackEndKind;
import org.customsgateway.connector.BackEnds;
import org.customsgateway.connector.queue.QueueMessage;
import org.customsgateway.journal.Batch;
import org.customsgateway.journal.HandOver;
import org.customsgateway.journal.HandOverEntry;
import org.customsgateway.journal.ItemEntry;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.Outgoing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands declarations over to the back-ends' queues, each back-end's once: the broker knows a message by declaration and
 * drops it when a crash makes us send it again.
 */
final class HandOff {

    /** Older than this and still not marked as sent: the node that journaled it has crashed, or the broker was away. */
    private static final Duration OVERLOOKED = Duration.ofSeconds(10);

    private static final int SWEEP = 500;

    private static final Logger LOG = LoggerFactory.getLogger(HandOff.class);

    private final Journal journal;
    private final Queues queues;
    private final BackEnds backEnds;
    private final Clock clock;
    private final Lamp lamp;

    /** The broker's end: {@code QueueWriter::send}. */
    @FunctionalInterface
    interface Queues {
        /** @throws IOException when it is not known whether the broker has them */
        void send(Map<String, List<QueueMessage>> messages) throws IOException;
    }

    HandOff(Journal journal, Queues queues, BackEnds backEnds, Clock clock) {
        this.journal = journal;
        this.backEnds = backEnds;
        this.queues = queues;
        this.clock = clock;
        this.lamp = new Lamp(journal, "HAND-OVER", "broker", clock);
    }

    /** The batch is journaled: it may fail here and is found again by {@link #sweep}. */
    void send(Batch batch) {
        List<Outgoing> outgoing = new ArrayList<>();
        for (ItemEntry item : batch.entries()) {
            for (HandOverEntry entry : item.handOvers()) {
                var handOver = new HandOver(item.id(), entry.backend(), batch.partner());
                outgoing.add(new Outgoing(handOver, entry.enrichment(), item.declaration()));
            }
        }
        sendAll(outgoing);
    }

    /** The same for declarations that are no batch. */
    void send(List<Outgoing> outgoing) {
        sendAll(outgoing);
    }

    /** What an earlier run or an absent broker has left. */
    public void sweep() {
        List<Outgoing> left;
        do {
            left = journal.handOvers().unsent(clock.instant().minus(OVERLOOKED), SWEEP);
        } while (sendAll(left) && left.size() == SWEEP);
    }

    /** False, with an alarm until it works again, when the broker does not take them: the sweep finds them. */
    private boolean sendAll(List<Outgoing> outgoing) {
        if (outgoing.isEmpty()) {
            return true;
        }
        Map<String, List<QueueMessage>> byQueue = new HashMap<>();
        for (Outgoing each : outgoing) {
            byQueue.computeIfAbsent(each.handOver().backend() + ".declarations", queue -> new ArrayList<>())
                    .add(message(each));
        }
        try {
            queues.send(byQueue);
        } catch (IOException e) {
            LOG.warn("hand-over of {} declarations waits: {}", outgoing.size(), e.getMessage());
            lamp.on("declarations cannot be handed over");
            return false;
        }
        lamp.off();
        Instant now = clock.instant();
        List<HandOver> sent = outgoing.stream().map(Outgoing::handOver).toList();
        List<HandOver> copies = sent.stream()
                .filter(each -> backEnds.kind(each.backend()) == BackEndKind.COPY)
                .toList();
        journal.handOvers().sent(sent, copies, now);
        return true;
    }

    private static QueueMessage message(Outgoing each) {
        String id = each.handOver().itemId();
        Map<String, String> properties = new HashMap<>(Enrichment.properties(each.enrichment()));
        properties.put("declarationId", id);
        return QueueMessage.of(id, id, each.declaration(), properties);
    }
}
