package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.customsgateway.journal.Sample.OTHER;
import static org.customsgateway.journal.Sample.SWIFT;
import static org.customsgateway.journal.Sample.batch;
import static org.customsgateway.journal.Sample.item;
import static org.customsgateway.journal.Sample.reading;
import static org.customsgateway.journal.Sample.with;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.customsgateway.message.PartnerId;
import org.junit.jupiter.api.Test;

/** What is counted of the quality of data. */
interface QualityContract {

    LocalDate TODAY = LocalDate.ofInstant(Sample.NOON, ZoneOffset.UTC);

    Journal open();

    @Test
    default void items_are_counted_with_what_is_wrong_with_them() {
        try (Journal journal = open()) {
            count(journal, "i1", SWIFT, Set.of("*ITEMS"), Set.of("*ITEMS", "*INCOMPLETE", "QD-HS"), Set.of());
            count(
                    journal,
                    "i2",
                    SWIFT,
                    Set.of("*ITEMS", "*REJECTED", "XSD-CODE"),
                    Set.of("*ITEMS", "QD-HS", "*AMENDED"));
            count(journal, "i3", OTHER, Set.of("*ITEMS", "*ARRIVING", "*EARLY"), Set.of("*ITEMS", "*ARRIVING"));

            List<QualityDay> days = journal.quality().days("", TODAY, TODAY);
            assertThat(days).extracting(QualityDay::partner).containsExactlyInAnyOrder(SWIFT, OTHER);
            QualityDay swift = of(days, SWIFT);
            assertThat(swift.day()).isEqualTo(TODAY);
            assertThat(swift.count(Tally.ITEMS)).isEqualTo(4);
            assertThat(swift.complete()).isCloseTo(0.5, within(1e-9));
            assertThat(swift.timely()).isCloseTo(0.75, within(1e-9));
            assertThat(swift.acceptedFirstTime()).isCloseTo(0.5, within(1e-9));
            assertThat(swift.beforeArrival()).isEmpty();
            assertThat(swift.topFaults(1)).containsExactly(Map.entry("QD-HS", 2L));
            assertThat(swift.faults()).containsOnlyKeys("QD-HS", "XSD-CODE");
            assertThat(of(days, OTHER).beforeArrival()).hasValue(0.5);
        }
    }

    @Test
    default void a_batch_that_is_journaled_already_is_not_counted_again() {
        try (Journal journal = open()) {
            Batch batch = count(journal, "i1", SWIFT, Set.of("*ITEMS"));
            assertThat(journal.items().journal(batch)).isEqualTo(Journaled.ALREADY);
            assertThat(of(journal.quality().days(SWIFT.value(), TODAY, TODAY), SWIFT)
                            .count(Tally.ITEMS))
                    .isEqualTo(1);
        }
    }

    @Test
    default void days_and_partners_are_chosen() {
        try (Journal journal = open()) {
            count(journal, "i1", SWIFT, Set.of("*ITEMS"));
            count(journal, "i2", OTHER, Set.of("*ITEMS"));
            QualityFigures figures = journal.quality();
            assertThat(figures.days(SWIFT.value(), TODAY, TODAY)).hasSize(1);
            assertThat(figures.days("nobody", TODAY, TODAY)).isEmpty();
            assertThat(figures.days("", TODAY.plusDays(1), TODAY.plusDays(9))).isEmpty();
            assertThat(figures.days("", TODAY.minusDays(9), TODAY.minusDays(1))).isEmpty();
            assertThat(figures.days("", TODAY.minusDays(9), TODAY.plusDays(9))).hasSize(2);
        }
    }

    @Test
    default void what_is_counted_at_the_same_time_is_counted() {
        try (Journal journal = open()) {
            List<Batch> batches = IntStream.rangeClosed(1, 40)
                    .mapToObj(
                            n -> counted(reading(journal, "j" + n, SWIFT), SWIFT, Set.of("*ITEMS", "QD-HS", "QD-LATE")))
                    .toList();
            batches.stream()
                    .map(one -> CompletableFuture.runAsync(() -> journal.items().journal(one)))
                    .toList()
                    .forEach(CompletableFuture::join);
            QualityDay day = of(journal.quality().days("", TODAY, TODAY), SWIFT);
            assertThat(day.count(Tally.ITEMS)).isEqualTo(40);
            assertThat(day.faults()).isEqualTo(Map.of("QD-HS", 40L, "QD-LATE", 40L));
        }
    }

    private static QualityDay of(List<QualityDay> days, PartnerId partner) {
        return days.stream()
                .filter(day -> day.partner().equals(partner))
                .findFirst()
                .orElseThrow();
    }

    @SafeVarargs
    private static Batch count(Journal journal, String interchange, PartnerId partner, Set<String>... counted) {
        Batch batch = counted(reading(journal, interchange, partner), partner, counted);
        assertThat(journal.items().journal(batch)).isEqualTo(Journaled.DONE);
        return batch;
    }

    @SafeVarargs
    private static Batch counted(String interchange, PartnerId partner, Set<String>... counted) {
        List<ItemEntry> entries = new ArrayList<>();
        for (Set<String> one : counted) {
            entries.add(with(item(interchange, entries.size() + 1), Map.of(), one, List.of(), null));
        }
        return batch(interchange, partner, entries);
    }
}
