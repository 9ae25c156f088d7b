package org.customsgateway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.customsgateway.journal.Arrival;
import org.customsgateway.journal.Batch;
import org.customsgateway.journal.Database;
import org.customsgateway.journal.DecisionEntry;
import org.customsgateway.journal.HandOver;
import org.customsgateway.journal.HandOverEntry;
import org.customsgateway.journal.Interchanges;
import org.customsgateway.journal.ItemEntry;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.Kept;
import org.customsgateway.journal.Sighting;
import org.customsgateway.journal.StatusEntry;
import org.customsgateway.load.S10;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.ItemId;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.RawBytes;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;
import org.customsgateway.message.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The baseline is worth something only if it writes what the gateway wrote. */
class BareDatabaseTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final PartnerId PARTNER = new PartnerId("load-post");
    private static final FormatId FORMAT = new FormatId("upu-itmatt");
    private static final List<String> TABLES =
            List.of("interchange", "item", "declaration", "hand_over", "decision", "status", "reply", "sighting");
    private static final int ITEMS = 30;

    @TempDir
    Path folder;

    @Test
    void has_as_many_rows_commits_and_open_ends_as_the_journal_it_repeats() throws Exception {
        var file = folder.resolve("journal.db");
        Footprint footprint;
        List<Long> rows;
        try (var journal = Journal.open(Database.embedded(file))) {
            long before = Footprint.commits(file);
            work(journal);
            footprint = Footprint.of(file, "LOAD", Footprint.commits(file) - before, 1);
            rows = counts(file);
        }
        assertThat(footprint.items()).isEqualTo(ITEMS);
        assertThat(footprint.batches()).isEqualTo(1);
        assertThat(footprint.decisions()).isEqualTo(2 * ITEMS);
        assertThat(footprint.decides()).isEqualTo(2);
        // receive, claim, begin, batch, hand-over, two of decisions, draft, bytes, delivery
        assertThat(footprint.commits()).isEqualTo(10);

        var bare = folder.resolve("bare.db");
        try (var database = new BareDatabase(bare, footprint)) {
            long before = Footprint.commits(bare);
            database.run();
            assertThat(Footprint.commits(bare) - before).isEqualTo(footprint.commits());
            assertThat(counts(bare)).isEqualTo(rows);
        }
    }

    private static void work(Journal journal) {
        journal.interchanges()
                .receive(new Arrival(
                        "I1",
                        PARTNER,
                        Wire.SFTP,
                        null,
                        "LOAD-1.xml",
                        new Kept(new RawBytes("00", 7), null),
                        NOW,
                        List.of(),
                        null));
        journal.interchanges().claim("node", 1, NOW.plusSeconds(60), NOW);
        journal.interchanges()
                .reading("I1", "node", FORMAT, "1", new Interchanges.Heard("LOAD-1", Map.of(), List.of()), false);
        var entries = new ArrayList<ItemEntry>();
        var decisions = new ArrayList<DecisionEntry>();
        var handOvers = new ArrayList<HandOver>();
        for (int i = 1; i <= ITEMS; i++) {
            var id = ItemId.of("I1", i);
            entries.add(item(id, i));
            for (var backEnd : List.of("risk", "revenue")) {
                handOvers.add(new HandOver(id, backEnd, PARTNER));
                decisions.add(new DecisionEntry(id, backEnd, backEnd + i, "11", "{}", true, NOW, NOW, bytes("<r/>")));
            }
        }
        journal.items().journal(new Batch("I1", "node", PARTNER, FORMAT, "1", NOW, entries));
        journal.handOvers().sent(handOvers, NOW);
        for (var backEnd : List.of("risk", "revenue")) {
            journal.decisions()
                    .decide(
                            decisions.stream()
                                    .filter(one -> one.backend().equals(backEnd))
                                    .toList(),
                            standing -> standing.decisions().size() < 2
                                    ? Optional.empty()
                                    : Optional.of(new StatusEntry(Status.of(StatusCode.RELEASED, NOW), true)));
        }
        journal.replies().draft("R1", "I1", Set.of(StatusCode.values()), new FormatId("upu-cusrsp"), 1000, NOW);
        journal.replies().written("R1", "r.xml", new Kept(new RawBytes("01", 9), null), NOW);
        journal.outbox().delivered(List.of("R1"), NOW);
    }

    private static ItemEntry item(String id, int sequence) {
        return new ItemEntry(
                id,
                sequence,
                new ItemKey(S10.id(sequence), "2026-11-20"),
                "hash",
                1,
                Map.of("originPost", "NLAMSA"),
                List.of(),
                bytes("<d/>"),
                List.of(
                        new HandOverEntry("risk", "{}", NOW.plus(Duration.ofHours(1))),
                        new HandOverEntry("revenue", "{}", NOW.plus(Duration.ofHours(1)))),
                List.of(new StatusEntry(Status.of(StatusCode.RECEIVED, NOW), true)),
                Map.of(),
                Set.of(),
                List.of(seen("Y2026", "post"), seen("Y2026", id), seen("D2026-11-20", id)),
                null,
                null);
    }

    private static Sighting seen(String period, String party) {
        return new Sighting(period, party, "EUR", LocalDate.parse("2026-11-20"), 1, 1000);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Rows of each table, and those that a partial index still holds. */
    private static List<Long> counts(Path file) throws Exception {
        var counts = new ArrayList<Long>();
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = db.createStatement()) {
            for (var table : TABLES) {
                counts.add(count(statement, table));
            }
            counts.add(count(statement, "hand_over WHERE sent_at IS NULL OR answered_at IS NULL"));
            counts.add(count(statement, "status WHERE reply_id IS NULL"));
            counts.add(count(statement, "reply WHERE state <> 'DELIVERED'"));
            counts.add(count(statement, "item WHERE status <> 'RELEASED' OR statuses <> 2 OR decisions <> 2"));
        }
        return counts;
    }

    private static long count(Statement statement, String what) throws Exception {
        try (var results = statement.executeQuery("SELECT count(*) FROM " + what)) {
            results.next();
            return results.getLong(1);
        }
    }
}
