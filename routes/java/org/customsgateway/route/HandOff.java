package org.customsgateway.route;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.customsgateway.connector.BackEnd;
import org.customsgateway.connector.BackEndKind;
import org.customsgateway.connector.BackEnds;
import org.customsgateway.journal.Batch;
import org.customsgateway.journal.HandOver;
import org.customsgateway.journal.HandOverEntry;
import org.customsgateway.journal.ItemEntry;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.Outgoing;
import org.customsgateway.message.PartnerId;

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

    private final Journal journal;
    private final BackEndQueues queues;
    private final BackEnds backEnds;
    private final Clock clock;
    /** How many of a back-end's oldest are left out this time: the sweep before has tried them, and not all that wait. */
    private final Map<String, Integer> tried = new ConcurrentHashMap<>();

    /** When some were not sent at once: too young for the sweep for a while. */
    private volatile Instant unsent = Instant.MIN;

    HandOff(Journal journal, BackEndQueues queues, BackEnds backEnds, Clock clock) {
        this.journal = journal;
        this.queues = queues;
        this.backEnds = backEnds;
        this.clock = clock;
        queues.looks(HandOff.class);
    }

    /** The batch is journaled: it may fail here and is found again by {@link #sweep}. */
    void send(Batch batch) {
        List<Outgoing> outgoing = new ArrayList<>();
        for (ItemEntry item : batch.entries()) {
            outgoing.addAll(now(item.id(), batch.partner(), item.handOvers(), item.declaration()));
        }
        send(outgoing);
    }

    /** Those that are not held. */
    static List<Outgoing> now(String itemId, PartnerId partner, List<HandOverEntry> handOvers, byte[] declaration) {
        return handOvers.stream()
                .filter(entry -> entry.held().isEmpty())
                .map(entry -> new Outgoing(
                        new HandOver(itemId, entry.backend(), partner),
                        entry.enrichment(),
                        declaration,
                        entry.shown(),
                        0))
                .toList();
    }

    /** Declarations that were held at some back-ends and go there now. */
    void free(List<String> itemIds) {
        if (!itemIds.isEmpty()) {
            send(journal.handOvers().unsent(itemIds));
        }
    }

    /** The same for declarations that are no batch. */
    void send(List<Outgoing> outgoing) {
        if (sendAll(outgoing) < outgoing.size()) {
            unsent = clock.instant();
        }
    }

    /** What an earlier run or an absent broker has left. */
    public void sweep() {
        Instant before = clock.instant().minus(OVERLOOKED);
        boolean all = true;
        for (BackEnd backEnd : backEnds.all()) {
            all = sweep(backEnd.name(), before) && all;
        }
        if (all && unsent.isBefore(before)) {
            queues.allShown(HandOff.class);
        }
    }

    /** Each by itself: a queue that takes nothing holds up no other. */
    private boolean sweep(String backEnd, Instant before) {
        int begin = tried.getOrDefault(backEnd, 0);
        int waiting = begin;
        List<Outgoing> left;
        do {
            left = journal.handOvers().unsent(backEnd, before, SWEEP, waiting);
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
     * @return {@link #AWAY} when the broker does not take them: the sweep finds them
     */
    private int sendAll(List<Outgoing> outgoing) {
        Optional<List<Outgoing>> taken = queues.send(HandOff.class, outgoing);
        if (taken.isEmpty()) {
            return AWAY;
        }
        List<HandOver> sent = taken.get().stream().map(Outgoing::handOver).toList();
        List<HandOver> copies = sent.stream()
                .filter(each -> backEnds.kind(each.backend()) == BackEndKind.COPY)
                .toList();
        journal.handOvers().sent(sent, copies, clock.instant());
        return sent.size();
    }
}
