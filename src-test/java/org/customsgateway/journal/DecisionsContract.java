package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.customsgateway.journal.Sample.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.customsgateway.message.ItemId;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.ItemStatus;
import org.customsgateway.message.StatusCode;
import org.junit.jupiter.api.Test;

/** What any journal does with decisions and hand-overs. */
interface DecisionsContract {

    /** The same database every time within one test, empty at its start: a second call is a second node. */
    Journal open();

    @Test
    default void decisions_count_once_in_any_order_and_batching_changes_nothing() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 2));
            String one = ItemId.of("i1", 1);
            String two = ItemId.of("i1", 2);
            List<DecisionEntry> story = new ArrayList<>();
            for (String item : List.of(two, one)) {
                story.add(decision(item, "risk", "k2", "release", after(20)));
                story.add(decision(item, "risk", "k1", "hold", after(10)));
                story.add(decision(item, "revenue", "v1", "free", after(5)));
                story.add(decision(item, "risk", "k3", "hold", after(30)));
                story.add(decision(item, "revenue", "v1", "free", after(5)));
            }
            Decided all = journal.decisions().decide(story.subList(0, 5), BOTH);
            assertThat(all.repeated()).isEqualTo(1);
            assertThat(all.changes())
                    .extracting(change -> change.status().status().code())
                    .containsExactly(StatusCode.RELEASED, StatusCode.HELD);
            for (DecisionEntry entry : story.subList(5, 10)) {
                journal.decisions().decide(List.of(entry), BOTH);
            }

            assertThat(codes(journal, one))
                    .isEqualTo(codes(journal, two))
                    .containsExactly(StatusCode.RECEIVED, StatusCode.RELEASED, StatusCode.HELD);
            assertThat(journal.items().find(one).orElseThrow().status()).isEqualTo(StatusCode.HELD);
            assertThat(journal.decisions().of(one)).extracting(Decision::ref).containsExactly("k2", "k1", "v1", "k3");
            assertThat(journal.decisions().payload(one, "risk", "k1")).isPresent();
            assertThat(journal.handOvers().overdue(after(9999), 9)).isEmpty();
            assertThat(journal.handOvers().unsent("risk", after(9999), 9, 0)).isEmpty();
        }
    }

    @Test
    default void of_an_amended_item_nothing_more_is_told_unless_the_amendment_is_rejected() {
        try (Journal journal = open()) {
            String first = amended(journal);

            journal.decisions()
                    .decide(List.of(decision(first, "risk", "k1", "late", after(20))), saying(StatusCode.HELD));
            assertThat(codes(journal, first)).endsWith(StatusCode.HELD);
            assertThat(toldOf(journal, "i1", "r1")).containsExactly(StatusCode.RECEIVED);

            String second = ItemId.of("i2", 1);
            journal.decisions()
                    .decide(List.of(decision(second, "risk", "k2", "no", after(30))), saying(StatusCode.REJECTED));
            // the first stands again: what was decided about it meanwhile
            assertThat(toldOf(journal, "i1", "r2")).containsExactly(StatusCode.HELD);
            journal.decisions()
                    .decide(List.of(decision(first, "risk", "k3", "free", after(40))), saying(StatusCode.RELEASED));
            assertThat(toldOf(journal, "i1", "r3")).containsExactly(StatusCode.RELEASED);
        }
    }

    @Test
    default void what_stands_is_the_latest_version_that_was_not_rejected() {
        try (Journal journal = open()) {
            String first = amended(journal);
            String second = ItemId.of("i2", 1);
            ItemKey key = journal.items().find(first).orElseThrow().key();
            assertThat(journal.items().known(SWIFT, List.of(key)).get(key).standing())
                    .isEqualTo(second);
            journal.decisions()
                    .decide(List.of(decision(second, "risk", "k1", "no", after(1))), saying(StatusCode.REJECTED));
            assertThat(journal.items().known(SWIFT, List.of(key)).get(key))
                    .extracting(KnownItem::itemId, KnownItem::standing)
                    .containsExactly(second, first);
            journal.decisions()
                    .decide(List.of(decision(first, "risk", "k2", "no", after(2))), saying(StatusCode.REJECTED));
            assertThat(journal.items().known(SWIFT, List.of(key)).get(key).standing())
                    .isEqualTo(second);
        }
    }

    @Test
    default void a_status_about_a_referral_knows_which_it_was_over_an_amendment() {
        try (Journal journal = open()) {
            String first = ItemId.of("i1", 1);
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", SWIFT, List.of(item("i1", 1, "K", 1))));
            journal.decisions()
                    .decide(List.of(decision(first, "risk", "k1", "ask", after(1))), saying(StatusCode.REFERRED_RFI));
            reading(journal, "i2", SWIFT);
            journal.items().journal(batch("i2", SWIFT, List.of(item("i2", 1, "K", 2))));
            String second = ItemId.of("i2", 1);
            journal.decisions()
                    .decide(List.of(decision(second, "risk", "k0", "ask", after(1))), saying(StatusCode.REFERRED_RFI));
            journal.decisions()
                    .decide(List.of(decision(second, "risk", "k2", "ok", after(2))), saying(StatusCode.HOLD_REMOVED));
            journal.decisions()
                    .decide(
                            List.of(decision(second, "risk", "k3", "ok", after(3))),
                            saying(StatusCode.ASSESSMENT_COMPLETE));

            List<ItemStatus> told = journal.replies()
                    .draft("r1", "i2", CODES, REPLY, 9, after(4))
                    .orElseThrow()
                    .content()
                    .items();

            assertThat(told)
                    .extracting(one -> one.status().code(), one -> one.facts().get("referral"))
                    .containsExactly(
                            tuple(StatusCode.RECEIVED, null),
                            tuple(StatusCode.REFERRED_RFI, "REFERRED_RFI"),
                            tuple(StatusCode.HOLD_REMOVED, "REFERRED_RFI"),
                            tuple(StatusCode.ASSESSMENT_COMPLETE, null));
        }
    }

    /** An item of i1 with the key K, and its amendment in i2; the id of the first. */
    private static String amended(Journal journal) {
        reading(journal, "i1", SWIFT);
        journal.items().journal(batch("i1", SWIFT, List.of(item("i1", 1, "K", 1))));
        reading(journal, "i2", SWIFT);
        journal.items().journal(batch("i2", SWIFT, List.of(item("i2", 1, "K", 2))));
        return ItemId.of("i1", 1);
    }

    private static Combiner saying(StatusCode code) {
        return standing -> Optional.of(told(code));
    }

    private static List<StatusCode> toldOf(Journal journal, String interchange, String reply) {
        return journal
                .replies()
                .draft(reply, interchange, CODES, REPLY, 9, after(50))
                .orElseThrow()
                .content()
                .items()
                .stream()
                .map(one -> one.status().code())
                .toList();
    }

    @Test
    default void decisions_about_unknown_declarations_come_back_and_the_others_are_kept() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 1));
            DecisionEntry stray = decision("nobody", "risk", "k1", "release", NOON);
            DecisionEntry good = decision(ItemId.of("i1", 1), "risk", "k1", "hold", NOON);

            Decided decided = journal.decisions().decide(List.of(stray, good), BOTH);

            assertThat(decided.unknown()).containsExactly(stray);
            assertThat(decided.changes()).hasSize(1);
        }
    }

    @Test
    default void what_is_held_goes_when_the_gate_opens_and_has_all_its_time() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            ItemEntry plain = item("i1", 1);
            String item = plain.id();
            var handOvers = List.of(
                    new HandOverEntry("risk", "{}", after(60)),
                    new HandOverEntry("revenue", "", after(90), "less", "risk first"));
            journal.items()
                    .journal(batch(
                            "i1",
                            SWIFT,
                            List.of(new ItemEntry(
                                    item,
                                    1,
                                    plain.key(),
                                    plain.contentHash(),
                                    1,
                                    plain.facts(),
                                    plain.problems(),
                                    plain.declaration(),
                                    handOvers,
                                    plain.statuses()))));
            Gate released = (condition, standing) -> condition.equals("risk first")
                    && standing.decisions().get("risk").stream()
                            .anyMatch(made -> made.outcome().equals("release"));
            HandOver revenue = new HandOver(item, "revenue", SWIFT);
            assertThat(journal.handOvers().unsent("risk", after(1), 9, 0)).hasSize(1);
            assertThat(journal.handOvers().unsent("revenue", after(1), 9, 0)).isEmpty();
            assertThat(journal.handOvers().shown(item)).isEqualTo(Map.of("risk", ""));
            assertThat(journal.decisions()
                            .decide(List.of(decision(item, "risk", "k1", "hold", after(20))), BOTH, released)
                            .free())
                    .isEmpty();
            assertThat(journal.decisions()
                            .decide(List.of(decision(item, "risk", "k2", "release", after(30))), BOTH, released)
                            .free())
                    .containsExactly(item);
            assertThat(journal.handOvers().unsent(List.of(item)))
                    .extracting(Outgoing::handOver, Outgoing::shown)
                    .containsExactly(tuple(revenue, "less"));
            journal.handOvers().sent(List.of(revenue), after(31));
            assertThat(journal.handOvers().overdue(after(121), 9)).isEmpty();
            assertThat(journal.handOvers().overdue(after(122), 9)).containsExactly(revenue);
        }
    }

    @Test
    default void a_hand_over_is_sent_then_overdue_once_then_answered_late() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 1));
            String item = ItemId.of("i1", 1);
            HandOver risk = new HandOver(item, "risk", SWIFT);
            HandOver revenue = new HandOver(item, "revenue", SWIFT);
            assertThat(journal.handOvers().unsent("risk", NOON, 9, 0)).isEmpty();
            assertThat(Stream.of("risk", "revenue")
                            .flatMap(backend -> journal.handOvers().unsent(backend, after(1), 9, 0).stream()))
                    .extracting(
                            Outgoing::handOver, Outgoing::enrichment, outgoing -> new String(outgoing.declaration()))
                    .containsExactly(
                            tuple(risk, "{}", "declaration " + item), tuple(revenue, "", "declaration " + item));
            assertThat(journal.handOvers().overdue(after(61), 9)).isEmpty();
            journal.handOvers().sent(List.of(risk, revenue), after(2));
            assertThat(journal.handOvers().unsent("risk", after(99), 9, 0)).isEmpty();

            assertThat(journal.handOvers().overdue(after(61), 9)).containsExactly(risk);
            assertThat(journal.handOvers().timedOut(List.of(risk), after(61), BOTH))
                    .hasSize(1);
            assertThat(journal.handOvers().timedOut(List.of(risk), after(62), BOTH))
                    .isEmpty();
            assertThat(journal.handOvers().overdue(after(61), 9)).isEmpty();

            journal.decisions().decide(List.of(decision(item, "risk", "k", "release", after(70))), BOTH);
            journal.decisions().decide(List.of(decision(item, "revenue", "v", "free", after(71))), BOTH);
            assertThat(codes(journal, item))
                    .containsExactly(StatusCode.RECEIVED, StatusCode.TIMED_OUT, StatusCode.RELEASED);
            assertThat(journal.handOvers().timedOut(List.of(revenue), after(99), BOTH))
                    .isEmpty();
        }
    }

    @Test
    default void a_mere_receipt_does_not_end_the_wait() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 1));
            String item = ItemId.of("i1", 1);
            journal.handOvers().sent(List.of(new HandOver(item, "risk", SWIFT)), NOON);
            journal.decisions()
                    .decide(
                            List.of(new DecisionEntry(
                                    item, "risk", "k", "01", "received", false, NOON, NOON, new byte[0])),
                            BOTH);
            assertThat(journal.handOvers().overdue(after(61), 9)).hasSize(1);
        }
    }
}
