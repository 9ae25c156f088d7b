package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.customsgateway.journal.Sample.BOTH;
import static org.customsgateway.journal.Sample.OTHER;
import static org.customsgateway.journal.Sample.SWIFT;
import static org.customsgateway.journal.Sample.after;
import static org.customsgateway.journal.Sample.batch;
import static org.customsgateway.journal.Sample.decision;
import static org.customsgateway.journal.Sample.item;
import static org.customsgateway.journal.Sample.reading;
import static org.customsgateway.journal.Sample.with;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Goods that came back, and what they came in with. */
interface ReturnsContract {

    Journal open();

    @Test
    default void what_was_declared_is_found_by_its_key_and_its_other_numbers_by_those_who_may_see_it() {
        try (Journal journal = open()) {
            journal(
                    journal,
                    "i1",
                    with(item("i1", 1, "RR1", 1), Map.of("orderNo", "ORDER-1"), Set.of(), List.of(), null));
            String id = "i1-0000001";

            assertThat(journal.returns().ofKey("RR1", "", Set.of(SWIFT, OTHER)))
                    .extracting(Item::id)
                    .containsExactly(id);
            assertThat(journal.returns().ofKey("RR1", "2026-11-20", Set.of(SWIFT)))
                    .hasSize(1);
            assertThat(journal.returns().ofKey("RR1", "2026-11-21", Set.of(SWIFT)))
                    .isEmpty();
            assertThat(journal.returns().ofKey("RR1", "", Set.of(OTHER))).isEmpty();
            assertThat(journal.returns().ofAlias("orderNo", "ORDER-1", Set.of(SWIFT)))
                    .hasSize(1);
            assertThat(journal.returns().ofAlias("orderNo", "ORDER-1", Set.of(OTHER)))
                    .isEmpty();
            assertThat(journal.returns().ofAlias("listNo", "ORDER-1", Set.of(SWIFT)))
                    .isEmpty();
            assertThat(journal.returns().versions(SWIFT, item("i1", 1, "RR1", 1).key()))
                    .hasSize(1);
        }
    }

    @Test
    default void a_number_of_a_return_is_taken_once() {
        try (Journal journal = open()) {
            journal(journal, "i1", item("i1", 1, "RR1", 1));
            ReturnEntry first = new ReturnEntry("i1-0000001", 1, false, null);
            assertThat(journal(journal, "i2", with(item("i2", 1, "RR2", 1), Map.of(), Set.of(), List.of(), first)))
                    .isEqualTo(Journaled.DONE);
            assertThat(journal(journal, "i3", with(item("i3", 1, "RR3", 1), Map.of(), Set.of(), List.of(), first)))
                    .isEqualTo(Journaled.KEY_TAKEN);
            assertThat(journal.items().find("i3-0000001")).isEmpty();

            ReturnEntry second = new ReturnEntry("i1-0000001", 2, true, null);
            journal.items().journal(one("i3", with(item("i3", 1, "RR3", 1), Map.of(), Set.of(), List.of(), second)));
            assertThat(journal.returns().of(List.of("i1-0000001")))
                    .extracting(KnownReturn::itemId, KnownReturn::n, KnownReturn::cancels)
                    .containsExactly(tuple("i2-0000001", 1, false), tuple("i3-0000001", 2, true));
            assertThat(lines(journal, "i1-0000001"))
                    .contains("RETURNED by i2-0000001", "RETURN_WITHDRAWN by i3-0000001");
            assertThat(lines(journal, "i2-0000001")).contains("RETURN of i1-0000001");
        }
    }

    @Test
    default void a_return_of_what_is_not_known_is_one_all_the_same_and_nothing_comes_in_with_it() {
        try (Journal journal = open()) {
            ReturnEntry unknown = new ReturnEntry(null, 0, false, null);
            journal(journal, "i1", with(item("i1", 1, "RR1", 1), Map.of(), Set.of(), List.of(), unknown));
            journal(journal, "i2", with(item("i2", 1, "RR2", 1), Map.of(), Set.of(), List.of(), unknown));

            assertThat(journal.returns().find("i1-0000001"))
                    .hasValueSatisfying(one -> assertThat(one.originalId()).isEmpty());
            assertThat(journal.returns().ofKey("RR1", "", Set.of(SWIFT))).isEmpty();
            assertThat(lines(journal, "i2-0000001")).contains("RETURN of what is not known here");
        }
    }

    @Test
    default void a_decision_about_what_came_in_is_news_of_its_returns_until_it_is_told() {
        try (Journal journal = open()) {
            journal(journal, "i1", item("i1", 1, "RR1", 1));
            var back = new ReturnEntry("i1-0000001", 1, false, null);
            journal(journal, "i2", with(item("i2", 1, "RR2", 1), Map.of(), Set.of(), List.of(), back));
            List<String> revenue = List.of("revenue");
            assertThat(journal.returns().news(revenue, "", 9)).isEmpty();
            var of = new HandOver("i2-0000001", "revenue", SWIFT);
            journal.handOvers().sent(List.of(of), after(1));

            var decision = decision("i1-0000001", "revenue", "D1", "ACCEPTED", after(2));
            journal.decisions().decide(List.of(decision, decision), BOTH);
            var first = new ReturnNews("i2-0000001", "i1-0000001", 1);
            assertThat(journal.returns().news(revenue, "", 9)).containsExactly(first);

            // another one comes while the first is told
            journal.decisions().decide(List.of(decision("i1-0000001", "revenue", "D2", "RELEASED", after(3))), BOTH);
            Outgoing had = journal.handOvers().sent("i2-0000001", revenue).get(0);
            journal.returns()
                    .told(
                            List.of(new Outgoing(of, "{\"a\":\"b\"}", had.declaration(), had.shown(), 1)),
                            List.of(first));
            assertThat(journal.handOvers().sent("i2-0000001", revenue))
                    .extracting(Outgoing::enrichment)
                    .containsExactly("{\"a\":\"b\"}");
            assertThat(journal.returns().news(revenue, "", 9))
                    .extracting(ReturnNews::number)
                    .containsExactly(2L);
            journal.returns().told(List.of(), List.of(new ReturnNews("i2-0000001", "i1-0000001", 2)));
            assertThat(journal.returns().news(revenue, "", 9)).isEmpty();
        }
    }

    private static Journaled journal(Journal journal, String interchange, ItemEntry entry) {
        reading(journal, interchange, SWIFT);
        return journal.items().journal(one(interchange, entry));
    }

    private static Batch one(String interchange, ItemEntry entry) {
        return batch(interchange, SWIFT, List.of(entry));
    }

    private static List<String> lines(Journal journal, String item) {
        return journal.history().ofItem(item).stream()
                .map(line -> line.what() + " " + line.detail())
                .toList();
    }
}
