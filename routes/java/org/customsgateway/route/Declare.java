package org.customsgateway.route;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.customsgateway.journal.Interchange;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.RawStore;
import org.customsgateway.journal.Step;

/** Reads an interchange item by item and journals what becomes of each, batch by batch, from where an earlier reading stopped. */
final class Declare {

    /** UN/EDIFACT 0031: 1 acknowledgement, 2 receipt alone. Formats give it as their interchange fact {@code acknowledge}. */
    private static final Set<String> REQUESTS = Set.of("1", "2");

    private final Journal journal;
    private final RawStore raws;
    private final ItemPolicy policy;
    private final HandOff handOff;
    private final MatchLegs match;
    private final String node;
    private final int batch;
    private final Counts counts;
    private final Clock clock;

    Declare(
            Journal journal,
            RawStore raws,
            ItemPolicy policy,
            HandOff handOff,
            MatchLegs match,
            String node,
            int batch,
            Counts counts,
            Clock clock) {
        this.journal = journal;
        this.raws = raws;
        this.policy = policy;
        this.handOff = handOff;
        this.match = match;
        this.node = node;
        this.batch = batch;
        this.counts = counts;
        this.clock = clock;
    }

    public void items(Reading reading) throws IOException {
        try (var batches = new ItemBatches(reading, journal, policy, handOff, match, node, batch, counts, clock)) {
            boolean whole = reading.items() != null && batches.whole(reading.items(), wantsAnswer(reading));
            if (!whole) {
                inBatches(reading, batches);
            }
        }
    }

    private void inBatches(Reading reading, ItemBatches batches) throws IOException {
        Interchange interchange = reading.interchange();
        var mapping = reading.mapping();
        journal.interchanges()
                .reading(
                        interchange.id(), node, mapping.id(), mapping.version(), reading.heard(), wantsAnswer(reading));
        if (reading.items() != null) {
            reading.items().forEach(batches::item);
        } else {
            try (InputStream bytes = raws.open(interchange.raw())) {
                mapping.read(bytes, reading.scan(), reading.inputs(), batches);
            }
        }
        batches.flush();
        journal.interchanges().finish(interchange.id(), node, batches.seen(), clock.instant());
    }

    public void refuse(Reading reading) {
        journal.interchanges()
                .refuse(
                        reading.interchange().id(),
                        node,
                        reading.heard(),
                        reading.partner().reply().isSent(),
                        clock.instant());
        counts.refused(reading.partner().id());
    }

    /** A partner's word on one of our replies: kept, never answered; that it could not take the reply is for a person to see. */
    public void acknowledged(Reading reading) {
        String id = reading.interchange().id();
        var said = reading.acknowledgement();
        Instant now = clock.instant();
        journal.history().step(new Step(now, id, null, "ACKNOWLEDGES", said.reference() + ": " + said.text()));
        if (said.rejects()) {
            journal.alarms()
                    .raise(
                            "REPLY-REJECTED",
                            reading.partner().id() + " " + said.reference(),
                            "the partner could not take our reply: " + said.text() + ", in interchange " + id,
                            now);
        }
        journal.interchanges().finish(id, node, 0, now);
    }

    private static boolean wantsAnswer(Reading reading) {
        var reply = reading.partner().reply();
        return reply.isSent()
                && reading.mapping().tellsReading(reply.formats()).isPresent()
                && switch (reply.acknowledge()) {
                    case ALWAYS -> true;
                    case NEVER -> false;
                    case REQUESTED -> REQUESTS.contains(reading.scan().facts().getOrDefault("acknowledge", ""));
                };
    }
}
