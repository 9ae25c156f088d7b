package org.customsgateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.customsgateway.AgreeableFormats;
import org.customsgateway.HandClock;
import org.customsgateway.connector.BackEnds;
import org.customsgateway.connector.Partners;
import org.customsgateway.connector.queue.QueueMessage;
import org.customsgateway.journal.Arrival;
import org.customsgateway.journal.Database;
import org.customsgateway.journal.Interchange;
import org.customsgateway.journal.Item;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.RawStore;
import org.customsgateway.mapping.Formats;
import org.customsgateway.mapping.WcoModel;
import org.customsgateway.mapping.enrich.Enricher;
import org.customsgateway.mapping.reference.References;
import org.customsgateway.match.LegReader;
import org.customsgateway.match.MatchFiles;
import org.customsgateway.match.Seal;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Status;
import org.customsgateway.message.Wire;

/** Partners, the gateway's way from an interchange to the back-ends' queues, and what those got: all of it real but the wires. */
class Desk implements AutoCloseable {

    static final WcoModel WCO = WcoModel.load(Path.of("xsd"));
    static final Formats FORMATS =
            Formats.open(Path.of("mappings"), Path.of("xsd"), WCO::validateDeclaration, new DefaultCamelContext());

    private static final References SHIPPED = References.open(Path.of("mappings/reference"), null, Clock.systemUTC());

    /** A message that a back-end got. */
    record HandedOver(String declarationId, Map<String, String> properties, String xml) {}

    final HandClock clock = new HandClock(Instant.parse("2026-11-21T12:00:00Z"));
    final Journal journal;
    final MatchLegs match;
    private final Map<String, List<HandedOver>> got = new ConcurrentHashMap<>();
    /** What risk got. */
    final List<HandedOver> risk = got("risk");
    /** What revenue got. */
    final List<HandedOver> revenue = got("revenue");

    final HandOff handOff;
    final ReturnUpdates updates;
    final Routing routing;
    private final Path folder;
    private final RawStore raws;
    final Partners partners;
    private final ItemPolicy policy;
    private volatile References references = SHIPPED;
    /** Fails as soon as it is to look. */
    private final MatchLegs dead;

    private MatchLegs looking;

    /** @param files of the partners, by their ids */
    Desk(Path folder, Database database, MatchFiles rules, Map<String, String> files) throws IOException {
        this(folder, database, rules, files, Books.BACK_ENDS, Path.of("mappings/_shared"));
    }

    /** With other back-ends than those that are shipped. */
    Desk(Path folder, Database database, MatchFiles rules, Map<String, String> files, BackEnds backEnds, Path tables)
            throws IOException {
        this.folder = folder;
        journal = Journal.open(database);
        raws = RawStore.open(folder.resolve("raw"), journal);
        Files.createDirectories(folder.resolve("partners"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve("partners").resolve(file.getKey() + ".yaml"), file.getValue());
        }
        partners = new Partners(
                folder.resolve("partners"), new AgreeableFormats(FORMATS), (partner, wire, what, name, text) -> {});
        partners.start();
        routing = new Routing(tables, Path.of("xsd"), WCO.positions(), backEnds, journal, clock);
        var queues = new BackEndQueues(journal, this::taken, routing, clock);
        handOff = new HandOff(journal, queues, backEnds, clock);
        updates = new ReturnUpdates(journal, routing, queues);
        var seal = new Seal("a key of the test");
        var knowledge = new Knowledge(new Enricher(() -> references.now()), journal, seal);
        var wholes = new WholePolicy(WCO, knowledge, FORMATS, partners, routing);
        match = new MatchLegs(journal, rules, wholes, partners, handOff, clock);
        dead = new MatchLegs(null, null, null, null, null, clock);
        looking = match;
        policy = new ItemPolicy(routing, new LegPolicy(new LegReader(seal), rules), knowledge);
    }

    /** From now on a row of one's own makes words that say nothing a rejection, for this partner alone. */
    void rejectsVagueWordsOf(String partner) throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("quality.csv"), """
                # title: Ours
                # source: agreed with the partner
                # licence: ours
                # covers: one rule
                # sure: complete
                # asOf: 2026-11-22
                # maxAge: P1Y
                # use: extend
                rule,partner,format,destination,channel,test,nature,operator,position,wco,severity,source,validFrom,validTo
                QD-STOP-WORD,%s,*,*,*,accuracy,*,word description,GoodsShipment/GovernmentAgencyGoodsItem/Commodity/Description,137,reject,,,
                """.formatted(partner));
        references = References.open(Path.of("mappings/reference"), outside, Clock.systemUTC());
    }

    private void taken(Map<String, List<QueueMessage>> messages) {
        messages.forEach((queue, all) -> all.forEach(message -> got(queue.replace(".declarations", ""))
                .add(new HandedOver(
                        message.properties().get("declarationId"),
                        message.properties(),
                        new String(message.body(), StandardCharsets.UTF_8)))));
    }

    /** What this back-end got. */
    List<HandedOver> got(String backEnd) {
        return got.computeIfAbsent(backEnd, first -> new CopyOnWriteArrayList<>());
    }

    /** Everything about it is done when it returns; its item has the id with -1. */
    String send(String partner, String interchange, JsonNode document) {
        return send(partner, interchange, document.toString());
    }

    String send(String partner, String interchange, String document) {
        try {
            var id = new PartnerId(partner);
            var kept = raws.take(document.getBytes(StandardCharsets.UTF_8));
            var at = clock.instant();
            journal.interchanges()
                    .receive(new Arrival(interchange, id, Wire.QUEUE, null, interchange, kept, at, List.of(), null));
            Interchange claimed = claim(interchange);
            var identify = new Identify(FORMATS, raws);
            Reading reading = identify.judge(
                    identify.format(Reading.of(claimed, partners.find(id).orElseThrow())));
            if (reading.isRefused()) {
                throw new IllegalStateException("refused: " + reading.refusal());
            }
            declare(reading);
            return interchange + "-0000001";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on nobody looks at the legs that are journaled. */
    void dies() {
        looking = dead;
    }

    void lives() {
        looking = match;
    }

    private void declare(Reading reading) throws IOException {
        var declare = new Declare(journal, raws, policy, handOff, looking, Books.NODE, 50, Books.COUNTS, clock);
        try {
            declare.items(reading);
        } catch (NullPointerException e) {
            if (looking != dead) {
                throw e;
            }
        }
    }

    /** Several at once may claim each other's: a claim is for the next, so it is made and used under one lock. */
    private Interchange claim(String id) {
        synchronized (Desk.class) { // another node of a test is a desk of its own
            var now = clock.instant();
            journal.interchanges().claim(Books.NODE, 100, now.plusSeconds(600), now);
            return journal.interchanges().find(id).orElseThrow();
        }
    }

    /** The last status with its reason's code. */
    String status(String item) {
        List<Status> all = journal.items().statuses(item);
        Status last = all.get(all.size() - 1);
        return (last.code() + " " + last.reasonCode()).strip();
    }

    Stream<String> codes(String item) {
        return journal.items().statuses(item).stream()
                .map(status -> status.code().name());
    }

    /** What a partner fetches, oldest first, as {@code item STATUS}. */
    Stream<String> feed(String partner) {
        return journal.feed().after(new PartnerId(partner), 0, 999).stream()
                .map(listed -> listed.status().itemId() + " "
                        + listed.status().status().code());
    }

    Item item(String id) {
        return journal.items().find(id).orElseThrow();
    }

    /** What risk got about this item, the only message of it. */
    HandedOver handedOver(String item) {
        return only(risk, item);
    }

    /** The same of revenue. */
    HandedOver revenueGot(String item) {
        return only(revenue, item);
    }

    private HandedOver only(List<HandedOver> got, String item) {
        List<HandedOver> all =
                got.stream().filter(each -> each.declarationId().equals(item)).toList();
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " messages about " + item + ", which is " + status(item) + ": "
                    + item(item).problems() + journal.alarms().open(9));
        }
        return all.get(0);
    }

    boolean wasHandedOver(String item) {
        return risk.stream().anyMatch(each -> each.declarationId().equals(item));
    }

    @Override
    public void close() {
        partners.close();
        journal.close();
    }
}
