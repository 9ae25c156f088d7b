package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customsgateway.journal.Sample.SWIFT;
import static org.customsgateway.journal.Sample.batch;
import static org.customsgateway.journal.Sample.item;
import static org.customsgateway.journal.Sample.reading;
import static org.customsgateway.journal.Sample.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often parties were declared. */
interface SightingsContract {

    String YEAR = Sightings.year(2026);
    LocalDate DAY = LocalDate.of(2026, 11, 20);

    Journal open();

    @Test
    default void sightings_of_several_items_and_batches_are_added_up_by_party_and_currency() {
        try (Journal journal = open()) {
            seen(journal, "i1", sighting("a", "EUR", DAY, 19_900), sighting("a", "EUR", DAY.plusDays(1), 100));
            seen(journal, "i2", sighting("a", "EUR", DAY.minusDays(1), 5_000), sighting("a", "", DAY, 0));
            seen(journal, "i3", sighting("a", "EUR", DAY.plusDays(5), 1_000), sighting("b", "USD", DAY, 1));

            assertThat(journal.sightings().of(YEAR, Set.of("a", "none")))
                    .containsExactlyInAnyOrder(
                            new Sighting(YEAR, "a", "EUR", DAY.minusDays(1), 4, 26_000),
                            new Sighting(YEAR, "a", "", DAY, 1, 0));
            assertThat(journal.sightings().of(Sightings.year(2025), Set.of("a")))
                    .isEmpty();
        }
    }

    @Test
    default void a_batch_that_is_journaled_already_counts_once() {
        try (Journal journal = open()) {
            Batch batch = seen(journal, "i1", sighting("a", "EUR", DAY, 1_000));
            assertThat(journal.items().journal(batch)).isEqualTo(Journaled.ALREADY);
            assertThat(journal.sightings().of(YEAR, Set.of("a")))
                    .extracting(Sighting::items)
                    .containsExactly(1L);
        }
    }

    @Test
    default void days_and_years_are_forgotten_each_in_its_time() {
        try (Journal journal = open()) {
            List<Sighting> all = new ArrayList<>();
            for (String period : List.of("D2026-11-19", "D2026-11-20", "Y2024", "Y2025", "Y2026")) {
                all.add(new Sighting(period, "a", "EUR", DAY, 1, 1));
            }
            for (int n = 0; n < 1001; n++) {
                all.add(new Sighting("D2026-11-18", "p" + n, "EUR", DAY, 1, 1));
            }
            seen(journal, "i1", all.toArray(Sighting[]::new));
            journal.sightings().forget(DAY, 2025);

            assertThat(journal.sightings().of("D2026-11-18", Set.of("p0", "p1000")))
                    .isEmpty();
            for (String gone : List.of("D2026-11-19", "Y2024")) {
                assertThat(journal.sightings().of(gone, Set.of("a"))).as(gone).isEmpty();
            }
            for (String kept : List.of("D2026-11-20", "Y2025", "Y2026")) {
                assertThat(journal.sightings().of(kept, Set.of("a"))).as(kept).hasSize(1);
            }
        }
    }

    @Test
    default void what_is_seen_at_the_same_time_is_counted() {
        try (Journal journal = open()) {
            List<Batch> batches = IntStream.rangeClosed(1, 30)
                    .mapToObj(n -> batched(
                            journal, "j" + n, sighting("a", "EUR", DAY, 1), sighting("b" + n % 2, "EUR", DAY, 1)))
                    .toList();
            batches.stream()
                    .map(one -> CompletableFuture.runAsync(() -> journal.items().journal(one)))
                    .toList()
                    .forEach(CompletableFuture::join);
            assertThat(journal.sightings().of(YEAR, Set.of("a", "b0")))
                    .extracting(Sighting::items)
                    .containsExactlyInAnyOrder(30L, 15L);
        }
    }

    private static Sighting sighting(String party, String currency, LocalDate first, long thousandths) {
        return new Sighting(YEAR, party, currency, first, 1, thousandths);
    }

    /** One batch of one item. */
    private static Batch seen(Journal journal, String interchange, Sighting... sightings) {
        Batch batch = batched(journal, interchange, sightings);
        assertThat(journal.items().journal(batch)).isEqualTo(Journaled.DONE);
        return batch;
    }

    private static Batch batched(Journal journal, String interchange, Sighting... sightings) {
        reading(journal, interchange, SWIFT);
        ItemEntry seen = with(item(interchange, 1), Map.of(), Set.of(), List.of(sightings), null);
        return batch(interchange, SWIFT, List.of(seen));
    }
}
