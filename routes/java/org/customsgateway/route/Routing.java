package org.customsgateway.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.customsgateway.connector.BackEnd;
import org.customsgateway.connector.BackEndKind;
import org.customsgateway.connector.BackEnds;
import org.customsgateway.journal.HandOverEntry;
import org.customsgateway.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who sees a declaration, by a table that is taken up when it changes. A faulty edit is alarmed and leaves the last good one in use. */
final class Routing {

    private static final Logger LOG = LoggerFactory.getLogger(Routing.class);

    private final Path file;
    private final BackEnds backEnds;
    private final Journal journal;
    private final Lamp fault;
    private volatile RoutingTable table;
    private String seen;

    /** @throws IllegalArgumentException with file and line of all that is wrong */
    Routing(Path file, BackEnds backEnds, Journal journal, Clock clock) {
        this.file = file;
        this.backEnds = backEnds;
        this.journal = journal;
        this.fault = new Lamp(journal, "ROUTING", "mappings/_shared/" + file.getFileName(), clock);
        this.seen = text();
        this.table = RoutingTable.read(file, backEnds);
    }

    /** Takes up an edit. */
    public synchronized void look() {
        String text = text();
        if (text.equals(seen)) {
            return;
        }
        seen = text;
        try {
            table = RoutingTable.read(file, backEnds);
            fault.off();
            LOG.info("{} has changed and is in use", file.getFileName());
        } catch (IllegalArgumentException e) {
            LOG.error("{} is broken: {}", file.getFileName(), e.getMessage());
            fault.on(e.getMessage());
        }
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the routing table cannot be read", e);
        }
    }

    /**
     * By the table; and those that have the version before, so that nobody is left with what does not hold any more. A withdrawal is for
     * those alone.
     *
     * @param on the item's own day
     * @param before names of those that have the version before; none where there is none
     */
    List<BackEnd> see(RoutingFacts facts, LocalDate on, Collection<String> before, boolean withdraws) {
        List<BackEnd> have =
                before.stream().flatMap(name -> backEnds.find(name).stream()).toList();
        if (have.isEmpty()) {
            return table.see(facts, on);
        }
        var all = new LinkedHashSet<>(have);
        if (!withdraws) {
            all.addAll(table.see(facts, on));
        }
        return List.copyOf(all);
    }

    BackEnds backEnds() {
        return backEnds;
    }

    /** The names of those that this declaration went to. */
    List<String> went(String itemId) {
        return journal.handOvers().backEnds(itemId);
    }

    /**
     * @param patience how long they have where their own file does not say it
     * @param properties of their messages
     * @param assessed more of them, for revenue alone
     */
    static List<HandOverEntry> handOvers(
            List<BackEnd> see,
            Instant now,
            Duration patience,
            Map<String, String> properties,
            Map<String, String> assessed) {
        String same = Enrichment.json(properties);
        String ofRevenue = assessed.isEmpty() ? same : Enrichment.json(Enrichment.with(properties, assessed));
        return see.stream()
                .map(backEnd -> new HandOverEntry(
                        backEnd.name(),
                        backEnd.kind() == BackEndKind.REVENUE ? ofRevenue : same,
                        now.plus(backEnd.timeout().orElse(patience))))
                .toList();
    }
}
