package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.customsgateway.connector.KeepPolicy;
import org.customsgateway.journal.Arrival;
import org.customsgateway.journal.Interchanges;
import org.customsgateway.journal.Purged;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Purpose;
import org.customsgateway.message.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept no longer goes once a day, by the partner's file, or by what holds for all. */
class PurgeTest {

    private static final KeepPolicy USUAL = new KeepPolicy(Map.of(Purpose.ITEMS, Duration.ofDays(30)));

    @TempDir
    Path folder;

    private Books books;

    @BeforeEach
    void open() throws IOException {
        books = new Books(folder)
                .partner("shorter", "un-cuscar-d95b", "keep: { items: 10d }\n")
                .partner("usual", "un-cuscar-d95b", "");
    }

    @AfterEach
    void close() {
        books.close();
    }

    private Purge purge(String node) {
        return new Purge(books.journal, books.raws, books.partners(), USUAL, node, books.clock);
    }

    private void ended(String partner, String id) throws IOException {
        var kept = books.raws.take(id.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        var now = books.clock.instant();
        var interchanges = books.journal.interchanges();
        interchanges.receive(new Arrival(id, new PartnerId(partner), Wire.QUEUE, null, id, kept, now, List.of(), null));
        interchanges.claim(Books.NODE, 9, now.plusSeconds(60), now);
        interchanges.reading(
                id,
                Books.NODE,
                new FormatId("un-cuscar-d95b"),
                "v1",
                new Interchanges.Heard("", Map.of(), List.of()),
                false);
        interchanges.finish(id, Books.NODE, 0, now);
    }

    private boolean isThere(String id) {
        return books.journal.interchanges().find(id).isPresent();
    }

    @Test
    void each_partner_s_goes_in_its_own_time_and_that_of_one_without_a_file_stays() throws IOException {
        ended("shorter", "s1");
        ended("usual", "u1");
        ended("moved-away", "m1");
        books.clock.forward(Duration.ofDays(11));
        ended("shorter", "s2");

        assertThat(purge("node-1").tried()).extracting(Purged::removed).containsExactlyInAnyOrder(1L, 0L);
        assertThat(isThere("s1")).isTrue();
        purge("node-1").run();
        assertThat(isThere("s1")).isFalse();
        assertThat(isThere("s2") && isThere("u1")).isTrue();

        books.clock.forward(Duration.ofDays(30));
        purge("node-1").run();
        assertThat(isThere("s2") || isThere("u1")).isFalse();
        assertThat(isThere("m1")).isTrue();
        assertThat(books.journal.purging().records(9)).hasSize(3);
    }

    @Test
    void one_node_does_it_once_a_day() throws IOException {
        ended("shorter", "s1");
        books.clock.forward(Duration.ofDays(11));
        var now = books.clock.instant();
        books.journal.leases().acquire("purge", "node-2", now.plusSeconds(60), now);
        purge("node-1").sweep();
        assertThat(isThere("s1")).isTrue();

        books.clock.forward(Duration.ofMinutes(2));
        purge("node-1").sweep();
        assertThat(isThere("s1")).isFalse();

        ended("shorter", "s2");
        books.clock.forward(Duration.ofHours(23));
        new Purge(
                        books.journal,
                        books.raws,
                        books.partners(),
                        new KeepPolicy(Map.of(Purpose.ITEMS, Duration.ofHours(1))),
                        "node-1",
                        books.clock)
                .sweep();
        assertThat(isThere("s2")).isTrue();
        books.clock.forward(Duration.ofDays(11));
        purge("node-1").sweep();
        assertThat(isThere("s2")).isFalse();
    }
}
