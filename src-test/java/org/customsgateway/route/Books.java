package org.customsgateway.route;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.customsgateway.HandClock;
import org.customsgateway.connector.Agreeable;
import org.customsgateway.connector.BackEnds;
import org.customsgateway.connector.FormatBook;
import org.customsgateway.connector.Partners;
import org.customsgateway.journal.Alarm;
import org.customsgateway.journal.Arrival;
import org.customsgateway.journal.Batch;
import org.customsgateway.journal.Database;
import org.customsgateway.journal.HandOverEntry;
import org.customsgateway.journal.Interchanges;
import org.customsgateway.journal.ItemEntry;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.Kept;
import org.customsgateway.journal.RawStore;
import org.customsgateway.journal.Reply;
import org.customsgateway.journal.StatusEntry;
import org.customsgateway.mapping.WcoPositions;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.ItemId;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Problem;
import org.customsgateway.message.RawBytes;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;
import org.customsgateway.message.Wire;

/** A journal, raw bytes and partners on disk, for tests of single routes: interchanges get into it without being read. */
final class Books implements AutoCloseable {

    static final String NODE = "node-1";
    /** Those that are shipped: risk and revenue. */
    static final BackEnds BACK_ENDS = BackEnds.read(Path.of("connectors/back-ends"));

    static final WcoPositions POSITIONS = WcoPositions.load(Path.of("xsd"));
    /** That nobody looks at. */
    static final Counts COUNTS = new Counts(new SimpleMeterRegistry());

    final HandClock clock = new HandClock(Instant.parse("2026-11-21T12:00:00Z"));
    final Journal journal;
    final RawStore raws;
    private final Path folder;
    private Partners partners;

    /** Rows of the guide's example, by how many cells they have. */
    static List<String> guided(int cells) throws IOException {
        return Files.readAllLines(Path.of("docs/guides/back-end-queues.md")).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("cds,") && line.split(",", -1).length == cells)
                .toList();
    }

    /** As it is shipped. */
    Routing routing() {
        return new Routing(Path.of("mappings/_shared"), Path.of("xsd"), POSITIONS, BACK_ENDS, journal, clock);
    }

    HandOff handOff(BackEndQueues.Broker broker) {
        return new HandOff(journal, new BackEndQueues(journal, broker, routing(), clock), BACK_ENDS, clock);
    }

    Books(Path folder) throws IOException {
        this.folder = folder;
        journal = Journal.open(Database.embedded(folder.resolve("journal.db")));
        raws = RawStore.open(folder.resolve("raw"), journal);
        Files.createDirectories(folder.resolve("partners"));
    }

    /** Before {@link #partners}. */
    Books partner(String id, String format, String more) throws IOException {
        return partner(id, format, "queue: {}", more);
    }

    /** Before {@link #partners}. */
    Books partner(String id, String format, String wire, String more) throws IOException {
        String file = "name: A post\nkind: post\nformats: [%s]\nwires: { %s }\n".formatted(format, wire) + more;
        Files.writeString(folder.resolve("partners").resolve(id + ".yaml"), file);
        return this;
    }

    Partners partners() {
        if (partners == null) {
            partners = new Partners(
                    folder.resolve("partners"),
                    FormatBook.of(Stream.of("parcels", "gone", "un-cuscar-d95b", "cn-ceb-621")
                            .map(FormatId::new)
                            .collect(Collectors.toMap(id -> id, id -> new Agreeable(Set.of(), Set.of())))),
                    (partner, wire, what, name, text) -> {});
            partners.start();
        }
        return partners;
    }

    /** One that was refused at the door: its partner is to be told. */
    void refused(String id, String partner) {
        journal.interchanges().receive(arrival(id, partner, List.of(Refusals.empty())));
    }

    /** One with so many items, all received and declared to risk and revenue. */
    Batch declared(String id, String partner, String format, int items) {
        Instant now = clock.instant();
        journal.interchanges().receive(arrival(id, partner, List.of()));
        journal.interchanges().claim(NODE, 1, now.plusSeconds(60), now);
        journal.interchanges()
                .reading(
                        id,
                        NODE,
                        new FormatId(format),
                        "v1",
                        new Interchanges.Heard("ref-" + id, Map.of(), List.of()),
                        false);
        List<ItemEntry> entries =
                IntStream.rangeClosed(1, items).mapToObj(n -> item(id, n, now)).toList();
        Batch batch = new Batch(id, NODE, new PartnerId(partner), new FormatId(format), "v1", now, entries);
        journal.items().journal(batch);
        return batch;
    }

    private Arrival arrival(String id, String partner, List<Problem> refusal) {
        Kept kept = new Kept(new RawBytes((id + "x".repeat(64)).substring(0, 64), 1), null);
        return new Arrival(id, new PartnerId(partner), Wire.QUEUE, null, id, kept, clock.instant(), refusal, null);
    }

    private static ItemEntry item(String interchange, int n, Instant now) {
        return new ItemEntry(
                ItemId.of(interchange, n),
                n,
                new ItemKey(interchange + "-" + n, "2026-11-20"),
                "hash",
                1,
                Map.of(),
                List.of(),
                new byte[] {'<', 'D', '/', '>'},
                List.of(
                        new HandOverEntry("risk", "{}", now.plusSeconds(3600)),
                        new HandOverEntry("revenue", "{}", now.plusSeconds(3600))),
                List.of(new StatusEntry(Status.of(StatusCode.RECEIVED, now), true)));
    }

    List<Reply> replies(String interchange) {
        return journal.replies().of(interchange);
    }

    /** Kind and subject of those that are open. */
    Set<String> alarms() {
        return journal.alarms().open(99).stream()
                .map(alarm -> alarm.kind() + " " + alarm.subject())
                .collect(Collectors.toSet());
    }

    String alarmText(String kind) {
        return journal.alarms().open(99).stream()
                .filter(alarm -> alarm.kind().equals(kind))
                .map(Alarm::text)
                .collect(Collectors.joining("\n"));
    }

    String text(Reply reply) {
        try (var bytes = raws.open(reply.raw())) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (partners != null) {
            partners.close();
        }
        journal.close();
    }
}
