package org.customsgateway.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.customsgateway.connector.BackEndKind;
import org.customsgateway.connector.BackEnds;
import org.customsgateway.journal.HandOverEntry;
import org.customsgateway.journal.Journal;
import org.customsgateway.mapping.WcoPositions;
import org.customsgateway.mapping.view.View;
import org.customsgateway.mapping.view.Views;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who sees what of a declaration, and when, by files that are taken up when they change. A faulty edit is alarmed and leaves the last
 * good ones in use.
 */
final class Routing {

    private static final Logger LOG = LoggerFactory.getLogger(Routing.class);

    private final Path file;
    private final Path folder;
    private final Path xsd;
    private final WcoPositions positions;
    private final BackEnds backEnds;
    private final Journal journal;
    private final Lamp fault;
    private volatile Views views;
    private volatile RoutingTable table;
    private Map<String, ByteBuffer> seen = Map.of();

    /**
     * @param tables holds {@code routing.csv} and {@code views}
     * @param xsd the drawer of the schemas
     * @throws IllegalArgumentException with file and line of all that is wrong
     */
    Routing(Path tables, Path xsd, WcoPositions positions, BackEnds backEnds, Journal journal, Clock clock) {
        this.file = tables.resolve("routing.csv");
        this.folder = tables.resolve("views");
        this.xsd = xsd;
        this.positions = positions;
        this.backEnds = backEnds;
        this.journal = journal;
        this.fault = new Lamp(journal, "ROUTING", "mappings/_shared/routing.csv", clock);
        this.seen = texts();
        this.views = Views.read(folder, xsd, positions);
        this.table = RoutingTable.read(file, backEnds, views);
        fault.off();
    }

    /** Takes up an edit. */
    public synchronized void look() {
        Map<String, ByteBuffer> texts = texts();
        if (texts.equals(seen)) {
            return;
        }
        seen = texts;
        try {
            Views read = Views.read(folder, xsd, positions);
            table = RoutingTable.read(file, backEnds, read);
            views = read.after(views);
            fault.off();
            LOG.info("{} has changed and is in use", file.getFileName());
        } catch (IllegalArgumentException e) {
            LOG.error("{} is broken: {}", file.getFileName(), e.getMessage());
            fault.on(e.getMessage());
        }
    }

    private Map<String, ByteBuffer> texts() {
        try {
            Map<String, ByteBuffer> texts = new TreeMap<>();
            texts.put("", ByteBuffer.wrap(Files.readAllBytes(file)));
            Views.texts(folder).forEach((name, bytes) -> texts.put(name, ByteBuffer.wrap(bytes)));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("the routing table cannot be read", e);
        }
    }

    /**
     * By the table; and those that have the version before, so that nobody is left with what does not hold any more. A withdrawal is for
     * those alone.
     *
     * @param on the item's own day
     * @param before what each back-end was shown of the version before; none where there is none
     */
    List<Way> ways(RoutingFacts facts, LocalDate on, Map<String, String> before, boolean withdraws) {
        List<Way> have = new ArrayList<>();
        before.forEach((name, shown) ->
                backEnds.find(name).ifPresent(backEnd -> have.add(new Way(backEnd, view(shown), ""))));
        if (withdraws && !have.isEmpty()) {
            return have;
        }
        List<Way> ways = table.ways(facts, on);
        if (have.isEmpty()) {
            return ways;
        }
        have.removeIf(way -> ways.stream().anyMatch(other -> other.backEnd().equals(way.backEnd())));
        have.addAll(0, ways);
        return have;
    }

    /**
     * What this back-end is shown; null for all.
     *
     * @throws IllegalStateException when there is no such view any more
     */
    View view(String name) {
        return name.isEmpty()
                ? null
                : views.find(name)
                        .orElseThrow(() -> new IllegalStateException("mappings/_shared/views has no " + name));
    }

    BackEnds backEnds() {
        return backEnds;
    }

    /** What each back-end was shown of this declaration. */
    Map<String, String> shown(String itemId) {
        return journal.handOvers().shown(itemId);
    }

    /**
     * @param patience how long they have where their own file does not say it
     * @param properties of their messages
     * @param assessed more of them, for revenue alone
     */
    static List<HandOverEntry> handOvers(
            List<Way> ways,
            Instant now,
            Duration patience,
            Map<String, String> properties,
            Map<String, String> assessed) {
        String same = Enrichment.json(properties);
        List<HandOverEntry> entries = new ArrayList<>(ways.size());
        for (Way way : ways) {
            boolean more = !assessed.isEmpty() && way.backEnd().kind() == BackEndKind.REVENUE;
            Map<String, String> own = more ? Enrichment.with(properties, assessed) : properties;
            View view = way.view();
            entries.add(new HandOverEntry(
                    way.backEnd().name(),
                    view != null ? Enrichment.json(view.of(own)) : more ? Enrichment.json(own) : same,
                    now.plus(way.backEnd().timeout().orElse(patience)),
                    view == null ? "" : view.name(),
                    way.held()));
        }
        return entries;
    }
}
