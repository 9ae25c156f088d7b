package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.customsgateway.journal.Sample.*;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.customsgateway.message.ItemId;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;
import org.junit.jupiter.api.Test;

/** What any journal does with items. */
interface ItemsContract {

    /** The same database every time within one test, empty at its start: a second call is a second node. */
    Journal open();

    @Test
    default void an_item_comes_back_as_it_went_in() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            Status taxed = new Status(
                    StatusCode.TAX_DUE,
                    NOON,
                    "T1",
                    "pay",
                    List.of(WARNING),
                    List.of(DUTY),
                    new BigDecimal("1.20E+3"),
                    "SGD");
            ItemEntry plain = item("i1", 1);
            journal.items()
                    .journal(batch(
                            "i1",
                            SWIFT,
                            List.of(new ItemEntry(
                                    plain.id(),
                                    1,
                                    plain.key(),
                                    "h",
                                    1,
                                    plain.facts(),
                                    plain.problems(),
                                    plain.declaration(),
                                    plain.handOvers(),
                                    List.of(told(StatusCode.RECEIVED), new StatusEntry(taxed, false))))));

            assertThat(journal.items().find(plain.id()))
                    .contains(new Item(
                            plain.id(),
                            "i1",
                            1,
                            SWIFT,
                            plain.key(),
                            "h",
                            1,
                            FORMAT,
                            "v7",
                            plain.facts(),
                            List.of(WARNING),
                            StatusCode.TAX_DUE,
                            NOON));
            assertThat(journal.items().statuses(plain.id()))
                    .containsExactly(Status.of(StatusCode.RECEIVED, NOON), taxed);
            assertThat(journal.items().declaration(plain.id())).contains(plain.declaration());
        }
    }

    @Test
    default void an_item_is_found_by_how_its_number_begins_and_by_its_id() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 1));
            assertThat(journal.items().search("i1/", 5)).hasSize(1);
            assertThat(journal.items().search("i1/1", 5)).hasSize(1);
            assertThat(journal.items().search("i1-00", 5)).hasSize(1);
            assertThat(journal.items().search("i1/2", 5)).isEmpty();
        }
    }

    @Test
    default void a_batch_again_adds_nothing_and_an_overlapping_one_only_what_is_new() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            assertThat(journal.items().journal(batch("i1", 1, 3))).isEqualTo(Journaled.DONE);
            assertThat(journal.items().journal(batch("i1", 1, 3))).isEqualTo(Journaled.ALREADY);
            assertThat(journal.items().journal(batch("i1", 2, 5))).isEqualTo(Journaled.DONE);
            assertThatThrownBy(() -> journal.items().journal(batch("i1", 7, 8)))
                    .isInstanceOf(IllegalArgumentException.class);
            journal.interchanges().finish("i1", NODE, 5, after(3));

            assertThat(journal.items().of("i1", 0, 100))
                    .extracting(Item::sequence)
                    .containsExactly(1, 2, 3, 4, 5);
            assertThat(journal.items().of("i1", 3, 1))
                    .extracting(Item::sequence)
                    .containsExactly(4);
            assertThat(journal.handOvers().unsent("risk", after(1), 100, 0)).hasSize(5);
            assertThat(journal.replies().unreported(5))
                    .containsExactly(
                            new Unreported("i1", SWIFT, FORMAT, InterchangeState.READ, StatusCode.RECEIVED, 5, NOON));
        }
    }

    @Test
    default void an_interchange_of_one_batch_begins_and_ends_with_it() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", SWIFT, List.of(item("i1", 1, "K", 1))));
            journal.interchanges().receive(arrival("i2", SWIFT, "mark", "content"));
            journal.interchanges().claim(NODE, 1, NOON.plus(LEASE), NOON);
            var heard = new Interchanges.Heard("R-2", Map.of("sender", "S"), List.of(WARNING));

            var taken = batch("i2", SWIFT, List.of(item("i2", 1, "K", 1)));
            assertThat(journal.items().journalWhole(taken, heard, true)).isEqualTo(Journaled.KEY_TAKEN);
            assertThat(journal.interchanges().find("i2").orElseThrow())
                    .returns(InterchangeState.RECEIVED, Interchange::state)
                    .returns(0, Interchange::itemsJournaled);

            var free = batch("i2", SWIFT, List.of(item("i2", 1, "L", 1), item("i2", 2, "M", 1)));
            assertThat(journal.items().journalWhole(free, heard, true)).isEqualTo(Journaled.DONE);
            assertThat(journal.interchanges().find("i2").orElseThrow())
                    .returns(InterchangeState.READ, Interchange::state)
                    .returns(2, Interchange::itemsJournaled)
                    .returns(2, Interchange::itemsTotal);
            assertThat(journal.interchanges().read(SWIFT, "R-2")).contains("i2");
            assertThatThrownBy(() -> journal.items().journalWhole(free, heard, true))
                    .isInstanceOf(LeaseLost.class);
        }
    }

    @Test
    default void a_key_is_taken_once_and_a_batch_that_loses_it_leaves_nothing() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            reading(journal, "i2", SWIFT);
            journal.items().journal(batch("i1", SWIFT, List.of(item("i1", 1, "K", 1))));

            assertThat(journal.items()
                            .journal(batch("i2", SWIFT, List.of(item("i2", 1, "L", 1), item("i2", 2, "K", 1)))))
                    .isEqualTo(Journaled.KEY_TAKEN);
            assertThat(journal.items().of("i2", 0, 9)).isEmpty();
            assertThat(journal.interchanges().find("i2").orElseThrow().itemsJournaled())
                    .isZero();

            // as an amendment, and as rejected ones, which do not occupy the key
            assertThat(journal.items()
                            .journal(batch(
                                    "i2",
                                    SWIFT,
                                    List.of(item("i2", 1, "K", 2), item("i2", 2, "K", 0), item("i2", 3, "K", 0)))))
                    .isEqualTo(Journaled.DONE);
            ItemKey key = new ItemKey("K", "2026-11-20");
            assertThat(journal.items().known(SWIFT, List.of(key, new ItemKey("K", "2026-11-21"))))
                    .isEqualTo(Map.of(
                            key,
                            new KnownItem(
                                    key,
                                    ItemId.of("i2", 1),
                                    2,
                                    "hash of i2-0000001",
                                    StatusCode.RECEIVED,
                                    ItemId.of("i2", 1))));
            assertThat(journal.items().known(OTHER, List.of(key))).isEmpty();
            assertThat(journal.items().search("K", 9)).hasSize(4);
        }
    }
}
