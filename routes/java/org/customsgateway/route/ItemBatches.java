package org.customsgateway.route;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.customsgateway.journal.Batch;
import org.customsgateway.journal.Interchange;
import org.customsgateway.journal.ItemEntry;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.Journaled;
import org.customsgateway.journal.KnownItem;
import org.customsgateway.mapping.ItemSink;
import org.customsgateway.mapping.MappedItem;
import org.customsgateway.message.ItemKey;

/** Gathers the items of one interchange into batches: one commit each, then the hand-over to the back-ends. */
final class ItemBatches implements ItemSink, AutoCloseable {

    /** How often another node may take a key in between before it is no longer chance. */
    private static final int KEY_RACES = 20;

    private final Reading reading;
    private final Journal journal;
    private final ItemPolicy policy;
    private final HandOff handOff;
    private final MatchLegs match;
    private final String node;
    private final int size;
    private final Counts counts;
    private final Clock clock;
    private final List<MappedItem> waiting = new ArrayList<>();
    private Instant renewed;
    private int seen;

    ItemBatches(
            Reading reading,
            Journal journal,
            ItemPolicy policy,
            HandOff handOff,
            MatchLegs match,
            String node,
            int size,
            Counts counts,
            Clock clock) {
        this.reading = reading;
        this.journal = journal;
        this.policy = policy;
        this.handOff = handOff;
        this.match = match;
        this.node = node;
        this.size = size;
        this.counts = counts;
        this.clock = clock;
        this.renewed = clock.instant();
    }

    @Override
    public void item(MappedItem item) {
        seen = item.sequence();
        if (item.sequence() <= reading.interchange().itemsJournaled()) {
            return; // before a crash, another reading has journaled it
        }
        if (!item.failure().isEmpty()) {
            // our fault: what came before is safe, reading stops here and goes on here when the mapping is mended
            flush();
            throw new IllegalStateException("item " + item.sequence() + " cannot be mapped: " + item.failure());
        }
        waiting.add(item);
        if (waiting.size() >= size) {
            flush();
        }
    }

    /** All items of the interchange at once, and its end with them. False when they are not for one batch, or some are journaled. */
    boolean whole(List<MappedItem> all, boolean answer) {
        if (all.isEmpty()
                || all.size() > size
                || reading.interchange().itemsJournaled() > 0
                || all.stream().anyMatch(item -> !item.failure().isEmpty())) {
            return false;
        }
        waiting.addAll(all);
        Batch batch = journaled(one -> journal.items().journalWhole(one, reading.heard(), answer));
        handOff.send(batch);
        match.look(batch);
        waiting.clear();
        return true;
    }

    void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        renewLease();
        Batch batch = journaled(journal.items()::journal);
        handOff.send(batch);
        match.look(batch);
        waiting.clear();
    }

    int seen() {
        return seen;
    }

    @Override
    public void close() {
        waiting.clear();
    }

    private Batch journaled(Function<Batch, Journaled> write) {
        for (int race = 0; race < KEY_RACES; race++) {
            Batch batch = batch();
            Journaled result = write.apply(batch);
            if (result != Journaled.KEY_TAKEN) {
                counts.items(batch);
                return batch;
            }
        }
        throw new IllegalStateException(
                "keys of interchange " + reading.interchange().id() + " are taken by others again and again");
    }

    private Batch batch() {
        Interchange interchange = reading.interchange();
        List<ItemKey> keys = waiting.stream()
                .filter(item -> !item.rejected())
                .map(MappedItem::key)
                .distinct()
                .toList();
        Map<ItemKey, KnownItem> known = journal.items().known(interchange.partner(), keys);
        Instant now = clock.instant();
        List<ItemEntry> entries = policy.entries(reading, waiting, known, policy.returns(journal, reading), now);
        return new Batch(
                interchange.id(),
                node,
                interchange.partner(),
                reading.mapping().id(),
                reading.mapping().version(),
                now,
                entries);
    }

    private void renewLease() {
        Instant now = clock.instant();
        if (now.isAfter(renewed.plus(Claims.LEASE.dividedBy(4)))) {
            journal.interchanges().renew(reading.interchange().id(), node, now.plus(Claims.LEASE));
            renewed = now;
        }
    }
}
