package org.customsgateway.route;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.customsgateway.connector.BackEnd;
import org.customsgateway.connector.BackEndKind;
import org.customsgateway.connector.queue.QueueMessage;
import org.customsgateway.journal.Batch;
import org.customsgateway.journal.HandOver;
import org.customsgateway.journal.HandOverEntry;
import org.customsgateway.journal.ItemEntry;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.Outgoing;
import org.customsgateway.mapping.view.View;
import org.customsgateway.message.PartnerId;
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

    /** So many that cannot be shown a sweep tries; the next one goes on behind them. To try one costs as much as to send it. */
    private static final int MOST_WAITING = 4 * SWEEP;

    private static final int AWAY = -1;
    private static final String VIEW = "VIEW";

    private static final Logger LOG = LoggerFactory.getLogger(HandOff.class);

    private final Journal journal;
    private final Queues queues;
    private final Routing routing;
    private final Clock clock;
    private final Lamp lamp;
    /** How many of a back-end's oldest are left out this time: the sweep before has tried them, and not all that wait. */
    private final Map<String, Integer> tried = new ConcurrentHashMap<>();

    /** The broker's end: {@code QueueWriter::send}. */
    @FunctionalInterface
    interface Queues {
        /** @throws IOException when it is not known whether the broker has them */
        void send(Map<String, List<QueueMessage>> messages) throws IOException;
    }

    HandOff(Journal journal, Queues queues, Routing routing, Clock clock) {
        this.journal = journal;
        this.routing = routing;
        this.queues = queues;
        this.clock = clock;
        this.lamp = new Lamp(journal, "HAND-OVER", "broker", clock);
    }

    /** The batch is journaled: it may fail here and is found again by {@link #sweep}. */
    void send(Batch batch) {
        List<Outgoing> outgoing = new ArrayList<>();
        for (ItemEntry item : batch.entries()) {
            outgoing.addAll(now(item.id(), batch.partner(), item.handOvers(), item.declaration()));
        }
        sendAll(outgoing);
    }

    /** Those that are not held. */
    static List<Outgoing> now(String itemId, PartnerId partner, List<HandOverEntry> handOvers, byte[] declaration) {
        return handOvers.stream()
                .filter(entry -> entry.held().isEmpty())
                .map(entry -> new Outgoing(
                        new HandOver(itemId, entry.backend(), partner), entry.enrichment(), declaration, entry.shown()))
                .toList();
    }

    /** Declarations that were held at some back-ends and go there now. */
    void free(List<String> itemIds) {
        if (!itemIds.isEmpty()) {
            sendAll(journal.handOvers().unsent(itemIds));
        }
    }

    /** The same for declarations that are no batch. */
    void send(List<Outgoing> outgoing) {
        sendAll(outgoing);
    }

    /** What an earlier run or an absent broker has left. */
    public void sweep() {
        boolean all = true;
        for (BackEnd backEnd : routing.backEnds().all()) {
            all = sweep(backEnd.name()) && all;
        }
        if (all) {
            journal.alarms().open(VIEW).forEach(view -> journal.alarms().clear(VIEW, view, clock.instant()));
        }
    }

    /** Each by itself: a queue that takes nothing holds up no other. */
    private boolean sweep(String backEnd) {
        int begin = tried.getOrDefault(backEnd, 0);
        int waiting = begin;
        List<Outgoing> left;
        do {
            left = journal.handOvers().unsent(backEnd, clock.instant().minus(OVERLOOKED), SWEEP, waiting);
            int sent = sendAll(left);
            if (sent == AWAY) {
                return false;
            }
            waiting += left.size() - sent;
        } while (left.size() == SWEEP && waiting - begin < MOST_WAITING);
        tried.put(backEnd, left.size() == SWEEP ? waiting : 0);
        return waiting == 0;
    }

    /**
     * How many of them the broker has now; the others cannot be shown.
     *
     * @return {@link #AWAY}, with an alarm until it works again, when the broker does not take them: the sweep finds them
     */
    private int sendAll(List<Outgoing> outgoing) {
        if (outgoing.isEmpty()) {
            return 0;
        }
        Map<String, List<QueueMessage>> byQueue = new HashMap<>();
        List<HandOver> sent = new ArrayList<>(outgoing.size());
        Map<String, String> faults = new TreeMap<>();
        for (Outgoing each : outgoing) {
            try {
                byQueue.computeIfAbsent(each.handOver().backend() + ".declarations", queue -> new ArrayList<>())
                        .add(message(each, each.handOver().itemId(), Map.of()));
                sent.add(each.handOver());
            } catch (RuntimeException e) {
                faults.putIfAbsent(each.shown(), each.handOver().itemId() + ": " + e.getMessage());
            }
        }
        faults.forEach(this::cannotBeShown);
        try {
            queues.send(byQueue);
        } catch (IOException e) {
            LOG.warn("hand-over of {} declarations waits: {}", outgoing.size(), e.getMessage());
            lamp.on("declarations cannot be handed over");
            return AWAY;
        }
        lamp.off();
        Instant now = clock.instant();
        List<HandOver> copies = sent.stream()
                .filter(each -> routing.backEnds().kind(each.backend()) == BackEndKind.COPY)
                .toList();
        journal.handOvers().sent(sent, copies, now);
        return sent.size();
    }

    /** They wait for our files to be mended. */
    private void cannotBeShown(String view, String first) {
        LOG.error("declarations cannot be shown as {}, the first is {}", view, first);
        journal.alarms().raise(VIEW, view, first, clock.instant());
    }

    /**
     * What a back-end has got already, once more with other properties. False, with an alarm, when it cannot be sent now.
     *
     * @param number which news of it this is: the broker takes the same one once
     */
    boolean again(Outgoing each, long number) {
        String id = each.handOver().itemId();
        QueueMessage message;
        try {
            message = message(each, id + "-" + number, Map.of("returnUpdate", Long.toString(number)));
        } catch (RuntimeException e) {
            cannotBeShown(each.shown(), id + ": " + e.getMessage());
            return false;
        }
        try {
            queues.send(Map.of(each.handOver().backend() + ".declarations", List.of(message)));
        } catch (IOException e) {
            LOG.warn("news of return {} wait: {}", id, e.getMessage());
            lamp.on("declarations cannot be handed over");
            return false;
        }
        return true;
    }

    private QueueMessage message(Outgoing each, String messageId, Map<String, String> more) {
        String id = each.handOver().itemId();
        Map<String, String> properties = new HashMap<>(Enrichment.properties(each.enrichment()));
        properties.put("declarationId", id);
        properties.putAll(more);
        View view = routing.view(each.shown());
        byte[] body = view == null ? each.declaration() : view.of(each.declaration());
        return QueueMessage.of(messageId, id, body, properties);
    }
}
