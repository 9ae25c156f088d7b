package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customsgateway.journal.Sample.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.customsgateway.message.ItemId;

/** However often a crash makes batches be journaled again, and however they are cut then, each item is there once. */
class JournalingAgainTest {

    private static Path folder;
    private static Journal journal;
    private static int tries;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("journaling-again");
        journal = Journal.open(Database.embedded(folder.resolve("journal.db")));
    }

    @AfterContainer
    static void close() throws IOException {
        journal.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Property(tries = 60)
    void each_item_is_journaled_once(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 5) Integer> back,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 5) Integer> on) {
        String interchange = reading(journal, "p" + ++tries, SWIFT);
        int checkpoint = 0;
        for (int i = 0; i < Math.min(back.size(), on.size()); i++) {
            int from = Math.max(1, checkpoint + 1 - back.get(i));
            int to = checkpoint + on.get(i);
            Journaled result = journal.items().journal(batch(interchange, from, to));
            assertThat(result).isEqualTo(to > checkpoint ? Journaled.DONE : Journaled.ALREADY);
            checkpoint = to;
        }
        assertThat(journal.items().of(interchange, 0, 1000))
                .extracting(Item::sequence)
                .isEqualTo(IntStream.rangeClosed(1, checkpoint).boxed().toList());
        assertThat(journal.interchanges().find(interchange).orElseThrow().itemsJournaled())
                .isEqualTo(checkpoint);
        long told = journal.replies().unreported(1000).stream()
                .filter(one -> one.interchangeId().equals(interchange))
                .mapToLong(Unreported::count)
                .sum();
        assertThat(told).isEqualTo(checkpoint);
        assertThat(rows("declaration", interchange)).isEqualTo(checkpoint);
        assertThat(rows("hand_over", interchange)).isEqualTo(2L * checkpoint);
    }

    private static long rows(String table, String interchange) {
        return journal.read(tx -> tx.row(
                        "SELECT count(*) FROM " + table + " WHERE item_id > ? AND item_id < ?",
                        Columns::number,
                        interchange + ItemId.FROM,
                        interchange + ItemId.TO)
                .orElseThrow());
    }
}
