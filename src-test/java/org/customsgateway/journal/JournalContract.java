package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.customsgateway.journal.Sample.*;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.ItemStatus;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;
import org.junit.jupiter.api.Test;

/** What the journal promises, whatever engine is under it. Each test has an empty journal. */
abstract class JournalContract {

    /** The same database every time within one test: a second call is a second node. */
    abstract Journal open();

    @Test
    void the_same_delivery_is_one_interchange_and_a_delivery_without_a_mark_is_always_new() {
        try (Journal journal = open()) {
            assertThat(journal.interchanges()
                            .receive(arrival("i1", SWIFT, "m", "a"))
                            .kind())
                    .isEqualTo(Received.Kind.FRESH);
            assertThat(journal.interchanges().receive(arrival("i2", SWIFT, "m", "a")))
                    .isEqualTo(new Received("i1", Received.Kind.SAME_DELIVERY, null));
            assertThat(journal.interchanges().receive(arrival("i1", SWIFT, null, "a")))
                    .isEqualTo(new Received("i1", Received.Kind.SAME_DELIVERY, null));
            assertThat(journal.interchanges()
                            .receive(arrival("i3", OTHER, "m", "a"))
                            .kind())
                    .isEqualTo(Received.Kind.FRESH);
            assertThat(journal.interchanges()
                            .receive(arrival("i4", SWIFT, null, "b"))
                            .kind())
                    .isEqualTo(Received.Kind.FRESH);
            assertThat(journal.interchanges().counts()).isEqualTo(Map.of(InterchangeState.RECEIVED, 3L));
        }
    }

    @Test
    void the_same_bytes_again_send_the_same_replies_again() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 2));
            journal.replies().draft("r1", "i1", CODES, REPLY, 10, NOON);
            journal.replies().written("r1", "r1.xml", raw("reply"));
            journal.outbox().delivered(List.of("r1"), after(1));

            assertThat(journal.interchanges().receive(arrival("i2", SWIFT, "m2", "content of i1")))
                    .isEqualTo(new Received("i2", Received.Kind.SAME_BYTES, "i1"));

            assertThat(journal.interchanges().find("i2").orElseThrow().duplicateOf())
                    .isEqualTo("i1");
            assertThat(journal.interchanges().claim(NODE, 10, after(99), NOON)).isEmpty();
            assertThat(journal.outbox().due(SWIFT, NOON, 10)).singleElement().satisfies(again -> {
                assertThat(again.name()).isEqualTo("r1.xml");
                assertThat(again.raw()).isEqualTo(raw("reply"));
                assertThat(again.controlNumber()).isEqualTo(1);
            });
            // the wire brings the duplicate again: nothing more
            assertThat(journal.interchanges()
                            .receive(arrival("i3", SWIFT, "m2", "content of i1"))
                            .kind())
                    .isEqualTo(Received.Kind.SAME_DELIVERY);
            assertThat(journal.replies().of("i1")).hasSize(2);
        }
    }

    @Test
    void bytes_in_quarantine_may_come_again_and_then_take_the_place() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.interchanges().quarantine("i1", NODE, "disk full", NOON);
            assertThat(journal.alarms().open(10))
                    .extracting(Alarm::kind, Alarm::subject)
                    .containsExactly(tuple("QUARANTINE", "i1"));

            assertThat(journal.interchanges()
                            .receive(arrival("i2", SWIFT, "m2", "content of i1"))
                            .kind())
                    .isEqualTo(Received.Kind.FRESH);

            assertThat(journal.interchanges().resubmit("i1", after(1))).isFalse();
        }
    }

    @Test
    void a_resubmitted_interchange_goes_on_from_its_checkpoint() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 3));
            journal.interchanges().quarantine("i1", NODE, "disk full", NOON);

            assertThat(journal.interchanges().resubmit("i1", after(1))).isTrue();

            assertThat(journal.alarms().open(10)).isEmpty();
            assertThat(journal.interchanges().claim("node-2", 1, after(99), after(2)))
                    .singleElement()
                    .satisfies(one -> assertThat(one.itemsJournaled()).isEqualTo(3));
            assertThat(journal.history().ofInterchange("i1"))
                    .extracting(Line::what)
                    .containsExactly("RECEIVED", "QUARANTINE", "RESUBMIT");
        }
    }

    @Test
    void partners_take_turns_however_long_one_backlog_is() {
        try (Journal journal = open()) {
            for (int i = 0; i < 20; i++) {
                journal.interchanges().receive(arrival("a" + (10 + i), SWIFT, "m" + i, "content " + i));
            }
            journal.interchanges().receive(arrival("b1", OTHER, "m1", "one"));
            journal.interchanges().receive(arrival("b2", OTHER, "m2", "two"));

            List<String> one = claimed(journal, 1);
            one.addAll(claimed(journal, 1));
            assertThat(one).containsExactlyInAnyOrder("a10", "b1");
            assertThat(claimed(journal, 4)).containsExactlyInAnyOrder("a11", "a12", "a13", "b2");
        }
    }

    @Test
    void a_lease_ends_with_its_time_and_then_the_first_holder_can_do_nothing_more() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            assertThat(journal.interchanges().renew("i1", NODE, after(10))).isTrue();
            assertThat(journal.interchanges().claim("node-2", 1, after(99), after(10)))
                    .isEmpty();

            assertThat(journal.interchanges().claim("node-2", 1, after(99), after(11)))
                    .hasSize(1);

            assertThat(journal.interchanges().renew("i1", NODE, after(99))).isFalse();
            assertThatThrownBy(() -> journal.items().journal(batch("i1", 1, 1))).isInstanceOf(LeaseLost.class);
            assertThatThrownBy(() -> journal.interchanges().finish("i1", NODE, 0, NOON))
                    .isInstanceOf(LeaseLost.class);
            assertThatThrownBy(() -> journal.interchanges().retryLater("i1", NODE, NOON, "x", NOON))
                    .isInstanceOf(LeaseLost.class);
            assertThat(journal.items().find(Items.id("i1", 1))).isEmpty();
        }
    }

    @Test
    void a_node_that_starts_again_holds_nothing_any_more() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.leases().acquire("sweep", NODE, after(10), NOON);
            journal.leases().acquire("other", "node-2", after(10), NOON);

            journal.leases().releaseAll(NODE);

            assertThat(journal.interchanges().claim("node-2", 1, after(99), NOON))
                    .hasSize(1);
            assertThat(journal.leases().acquire("sweep", "node-2", after(10), NOON))
                    .isTrue();
            assertThat(journal.leases().acquire("other", NODE, after(10), NOON)).isFalse();
        }
    }

    @Test
    void a_retry_waits_for_its_time() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            assertThat(journal.interchanges().retryLater("i1", NODE, after(30), "broker away", after(1)))
                    .isEqualTo(1);
            assertThat(journal.interchanges().claim(NODE, 1, after(99), after(29)))
                    .isEmpty();
            assertThat(journal.interchanges().claim(NODE, 1, after(99), after(30)))
                    .hasSize(1);
            assertThat(journal.interchanges().retryLater("i1", NODE, after(30), "broker away", after(2)))
                    .isEqualTo(2);
        }
    }

    @Test
    void an_item_comes_back_as_it_went_in() {
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
            assertThat(journal.items().search("i1/", 5)).hasSize(1);
            assertThat(journal.items().search("i1-00", 5)).hasSize(1);
            assertThat(journal.items().search("i1/2", 5)).isEmpty();
            assertThat(journal.items().counts()).isEqualTo(Map.of(StatusCode.TAX_DUE, 1L));
        }
    }

    @Test
    void a_batch_again_adds_nothing_and_an_overlapping_one_only_what_is_new() {
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
            assertThat(journal.handOvers().unsent(after(1), 100)).hasSize(10);
            assertThat(journal.replies().unreported(5))
                    .containsExactly(
                            new Unreported("i1", SWIFT, FORMAT, InterchangeState.READ, StatusCode.RECEIVED, 5, NOON));
        }
    }

    @Test
    void what_is_refused_at_the_door_is_answered_and_never_read() {
        try (Journal journal = open()) {
            Arrival tooLarge = refusedAtTheDoor(arrival("i1", SWIFT, null, "large"), List.of(WARNING), null);
            Arrival again = refusedAtTheDoor(arrival("i2", SWIFT, null, "large"), List.of(), WARNING);
            journal.interchanges().receive(tooLarge);
            journal.interchanges().receive(again);

            assertThat(journal.interchanges().claim(NODE, 9, NOON.plus(LEASE), NOON))
                    .isEmpty();
            assertThat(journal.interchanges().find("i1").orElseThrow().state()).isEqualTo(InterchangeState.REFUSED);
            assertThat(journal.interchanges().find("i2").orElseThrow().state()).isEqualTo(InterchangeState.DUPLICATE);
            assertThat(journal.replies().unreported(9))
                    .extracting(Unreported::interchangeId)
                    .containsExactly("i1", "i2");
            assertThat(journal.replies()
                            .draft("r2", "i2", List.of(), REPLY, 9, NOON)
                            .orElseThrow()
                            .content()
                            .problems())
                    .containsExactly(WARNING);
        }
    }

    private static Arrival refusedAtTheDoor(Arrival arrival, List<Problem> refusal, Problem again) {
        return new Arrival(
                arrival.id(),
                arrival.partner(),
                arrival.wire(),
                arrival.mark(),
                arrival.name(),
                arrival.raw(),
                arrival.at(),
                refusal,
                again);
    }

    @Test
    void a_key_is_taken_once_and_a_batch_that_loses_it_leaves_nothing() {
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
                            key, new KnownItem(key, Items.id("i2", 1), 2, "hash of i2-0000001", StatusCode.RECEIVED)));
            assertThat(journal.items().known(OTHER, List.of(key))).isEmpty();
            assertThat(journal.items().search("K", 9)).hasSize(4);
        }
    }

    @Test
    void decisions_count_once_in_any_order_and_batching_changes_nothing() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 2));
            String one = Items.id("i1", 1);
            String two = Items.id("i1", 2);
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
            assertThat(journal.handOvers().unsent(after(9999), 9)).isEmpty();
        }
    }

    @Test
    void of_an_amended_item_nothing_more_is_told_unless_the_amendment_is_rejected() {
        try (Journal journal = open()) {
            String first = amended(journal);

            journal.decisions()
                    .decide(List.of(decision(first, "risk", "k1", "late", after(20))), saying(StatusCode.HELD));
            assertThat(codes(journal, first)).endsWith(StatusCode.HELD);
            assertThat(toldOf(journal, "i1", "r1")).containsExactly(StatusCode.RECEIVED);

            String second = Items.id("i2", 1);
            journal.decisions()
                    .decide(List.of(decision(second, "risk", "k2", "no", after(30))), saying(StatusCode.REJECTED));
            journal.decisions()
                    .decide(List.of(decision(first, "risk", "k3", "free", after(40))), saying(StatusCode.RELEASED));
            assertThat(toldOf(journal, "i1", "r2")).containsExactly(StatusCode.RELEASED);
        }
    }

    @Test
    void the_end_of_a_referral_knows_which_it_was_over_an_amendment() {
        try (Journal journal = open()) {
            String first = Items.id("i1", 1);
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", SWIFT, List.of(item("i1", 1, "K", 1))));
            journal.decisions()
                    .decide(List.of(decision(first, "risk", "k1", "ask", after(1))), saying(StatusCode.REFERRED_RFI));
            reading(journal, "i2", SWIFT);
            journal.items().journal(batch("i2", SWIFT, List.of(item("i2", 1, "K", 2))));
            String second = Items.id("i2", 1);
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
        return Items.id("i1", 1);
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
    void decisions_about_unknown_declarations_come_back_and_the_others_are_kept() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 1));
            DecisionEntry stray = decision("nobody", "risk", "k1", "release", NOON);
            DecisionEntry good = decision(Items.id("i1", 1), "risk", "k1", "hold", NOON);

            Decided decided = journal.decisions().decide(List.of(stray, good), BOTH);

            assertThat(decided.unknown()).containsExactly(stray);
            assertThat(decided.changes()).hasSize(1);
        }
    }

    @Test
    void a_hand_over_is_sent_then_overdue_once_then_answered_late() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 1));
            String item = Items.id("i1", 1);
            HandOver risk = new HandOver(item, "risk", SWIFT);
            HandOver revenue = new HandOver(item, "revenue", SWIFT);
            assertThat(journal.handOvers().unsent(NOON, 9)).isEmpty();
            assertThat(journal.handOvers().unsent(after(1), 9))
                    .extracting(
                            Outgoing::handOver, Outgoing::enrichment, outgoing -> new String(outgoing.declaration()))
                    .containsExactlyInAnyOrder(
                            tuple(risk, "{}", "declaration " + item), tuple(revenue, "", "declaration " + item));
            assertThat(journal.handOvers().overdue(after(61), 9)).isEmpty();
            journal.handOvers().sent(List.of(risk, revenue), after(2));
            assertThat(journal.handOvers().unsent(after(99), 9)).isEmpty();

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
    void a_mere_receipt_does_not_end_the_wait() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 1));
            String item = Items.id("i1", 1);
            journal.handOvers().sent(List.of(new HandOver(item, "risk", SWIFT)), NOON);
            journal.decisions()
                    .decide(
                            List.of(new DecisionEntry(
                                    item, "risk", "k", "01", "received", false, NOON, NOON, new byte[0])),
                            BOTH);
            assertThat(journal.handOvers().overdue(after(61), 9)).hasSize(1);
        }
    }

    @Test
    void a_draft_tells_each_status_once_under_the_next_number() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 3));

            Draft first = journal.replies()
                    .draft("r1", "i1", CODES, REPLY, 2, after(1))
                    .orElseThrow();
            Draft second = journal.replies()
                    .draft("r2", "i1", CODES, REPLY, 2, after(2))
                    .orElseThrow();
            assertThat(journal.replies().draft("r3", "i1", CODES, REPLY, 2, after(3)))
                    .isEmpty();

            assertThat(first.content().controlNumber()).isEqualTo(1);
            assertThat(second.content().controlNumber()).isEqualTo(2);
            assertThat(first.content().interchangeReference()).isEqualTo("ref of i1");
            assertThat(first.content().items()).extracting(ItemStatus::sequence).containsExactly(1, 2);
            assertThat(second.content().items())
                    .containsExactly(new ItemStatus(
                            Items.id("i1", 3),
                            item("i1", 3).key(),
                            3,
                            item("i1", 3).facts(),
                            Status.of(StatusCode.RECEIVED, NOON)));
            // a crash came before the bytes were written: they are told again, to the letter
            assertThat(journal.replies().drafts(after(9), after(9), 9)).containsExactly(first, second);
            journal.replies().written("r1", "r1.xml", raw("r"));
            assertThat(journal.replies().drafts(after(9), after(9), 9)).containsExactly(second);
            assertThat(journal.outbox().due(SWIFT, NOON, 9))
                    .extracting(Reply::id)
                    .containsExactly("r1");
            // a number that nobody got is given to the next
            reading(journal, "i2", SWIFT);
            journal.items().journal(batch("i2", 1, 1));
            assertThat(journal.replies()
                            .draft("r4", "i2", CODES, REPLY, 9, NOON)
                            .orElseThrow()
                            .content()
                            .controlNumber())
                    .isEqualTo(3);
        }
    }

    @Test
    void a_refused_interchange_is_told_once_as_a_whole() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            reading(journal, "i2", SWIFT);
            journal.interchanges()
                    .refuse("i1", NODE, new Interchanges.Heard("", Map.of(), List.of(WARNING)), true, after(5));
            journal.interchanges()
                    .refuse("i2", NODE, new Interchanges.Heard("", Map.of(), List.of(WARNING)), false, after(5));

            assertThat(journal.replies().unreported(9))
                    .containsExactly(new Unreported("i1", SWIFT, FORMAT, InterchangeState.REFUSED, null, 0, after(5)));
            Draft draft = journal.replies()
                    .draft("r1", "i1", List.of(), REPLY, 9, after(6))
                    .orElseThrow();
            assertThat(draft.content().problems()).containsExactly(WARNING);
            assertThat(draft.content().items()).isEmpty();
            assertThat(journal.replies().drafts(after(9), after(9), 9)).containsExactly(draft);
            assertThat(journal.replies().draft("r2", "i1", List.of(), REPLY, 9, after(6)))
                    .isEmpty();
            assertThat(journal.replies().unreported(9)).isEmpty();
        }
    }

    @Test
    void a_delivery_is_tried_again_then_parked_then_resumed() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 1));
            journal.replies().draft("r1", "i1", CODES, REPLY, 9, NOON);
            journal.replies().written("r1", "r1.xml", raw("r"));

            assertThat(journal.outbox().failed("r1", after(10), "no route", after(1)))
                    .isEqualTo(1);
            assertThat(journal.outbox().due(SWIFT, after(9), 9)).isEmpty();
            assertThat(journal.outbox().due(SWIFT, after(10), 9)).hasSize(1);
            journal.outbox().park("r1", "no route", after(11));
            assertThat(journal.outbox().due(SWIFT, after(99), 9)).isEmpty();
            assertThat(journal.alarms().open(9)).extracting(Alarm::kind).containsExactly("PARKED");
            assertThat(journal.outbox().resume("r1", after(12))).isTrue();
            assertThat(journal.outbox().resume("r1", after(12))).isFalse();
            assertThat(journal.alarms().open(9)).isEmpty();
            journal.outbox().delivered(List.of("r1"), after(13));

            assertThat(journal.replies().find("r1").orElseThrow().state()).isEqualTo(ReplyState.DELIVERED);
            assertThat(journal.outbox().deliverAgain("i1", "i1", after(14))).isEqualTo(1);
            assertThat(journal.outbox().deliverAgain("i1", "i1", after(14))).isZero();
            assertThat(journal.history().ofInterchange("i1"))
                    .extracting(Line::what)
                    .containsExactly(
                            "RECEIVED", "REPLY", "DELIVERY_FAILED", "PARKED", "RESUMED", "DELIVERED", "REPLY_AGAIN");
        }
    }

    @Test
    void a_draft_that_cannot_be_written_waits_is_parked_and_is_written_when_resumed() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 2));
            Draft bad =
                    journal.replies().draft("r1", "i1", CODES, REPLY, 1, NOON).orElseThrow();
            journal.replies().draft("r2", "i1", CODES, REPLY, 1, after(1));

            journal.replies().notWritten(bad, after(20), "no such variable", after(2));
            journal.replies().notWritten(bad, after(99), "another node was as unlucky", after(2));

            assertThat(journal.replies().drafts(after(9), after(9), 9))
                    .extracting(draft -> draft.content().replyId())
                    .as("one draft does not block those behind it")
                    .containsExactly("r2");
            List<Draft> due = journal.replies().drafts(NOON, after(20), 9);
            assertThat(due).containsExactly(new Draft(bad.format(), bad.content(), 1));
            journal.replies().park(due.get(0), "no such variable", after(21));

            assertThat(journal.replies().drafts(after(99), after(99), 9)).hasSize(1);
            assertThat(journal.alarms().open(9)).extracting(Alarm::subject).containsExactly("r1");
            assertThat(journal.outbox().deliverAgain("i1", "i1", after(22)))
                    .as("there are no bytes to be sent")
                    .isZero();
            assertThat(journal.outbox().resume("r1", after(23))).isTrue();
            assertThat(journal.alarms().open(9)).isEmpty();
            assertThat(journal.replies().drafts(after(23), after(23), 9)).contains(bad);
            assertThat(journal.outbox().due(SWIFT, after(99), 9)).isEmpty();
            journal.replies().written("r1", "r1.xml", raw("r"));
            assertThat(journal.outbox().due(SWIFT, after(99), 9))
                    .singleElement()
                    .satisfies(reply -> assertThat(reply.attempts()).isZero());
            assertThat(journal.history().ofInterchange("i1"))
                    .extracting(Line::what)
                    .containsExactly(
                            "RECEIVED", "REPLY", "REPLY", "WRITING_FAILED", "WRITING_FAILED", "PARKED", "RESUMED");
        }
    }

    @Test
    void a_reply_waits_behind_one_that_is_not_due_or_not_written_and_not_behind_a_parked_one() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 4));
            for (int n = 1; n <= 4; n++) {
                journal.replies().draft("r" + n, "i1", CODES, REPLY, 1, after(n));
            }
            for (String written : List.of("r1", "r2", "r4")) {
                journal.replies().written(written, written + ".xml", raw(written));
            }
            assertThat(due(journal, after(5))).containsExactly("r1", "r2");

            journal.outbox().failed("r1", after(60), "no route", after(5));
            assertThat(due(journal, after(59))).isEmpty();
            assertThat(due(journal, after(60))).containsExactly("r1", "r2");

            journal.outbox().park("r1", "no route", after(60));
            assertThat(due(journal, after(60))).containsExactly("r2");

            journal.replies().written("r3", "r3.xml", raw("r3"));
            assertThat(due(journal, after(60))).containsExactly("r2", "r3", "r4");
        }
    }

    @Test
    void replies_of_one_millisecond_go_by_their_numbers() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 3));
            for (String reply : List.of("rC", "rB", "rA")) {
                journal.replies().draft(reply, "i1", CODES, REPLY, 1, NOON);
            }
            journal.replies().written("rC", "1", raw("1"));
            journal.replies().written("rA", "3", raw("3"));
            assertThat(due(journal, NOON)).containsExactly("rC");

            journal.replies().written("rB", "2", raw("2"));
            assertThat(due(journal, NOON)).containsExactly("rC", "rB", "rA");
        }
    }

    private static List<String> due(Journal journal, Instant now) {
        return journal.outbox().due(SWIFT, now, 9).stream().map(Reply::id).toList();
    }

    @Test
    void what_is_unreported_is_listed_page_by_page() {
        try (Journal journal = open()) {
            for (String id : List.of("i1", "i2", "i3")) {
                reading(journal, id, SWIFT);
                journal.interchanges()
                        .refuse(id, NODE, new Interchanges.Heard("", Map.of(), List.of(WARNING)), true, after(5));
            }

            List<Unreported> first = journal.replies().unreported(2);

            assertThat(first).extracting(Unreported::interchangeId).containsExactly("i1", "i2");
            assertThat(journal.replies().unreported(first.get(1), 2))
                    .extracting(Unreported::interchangeId)
                    .containsExactly("i3");
        }
    }

    @Test
    void the_story_of_an_item_goes_from_arrival_to_delivery() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 2));
            String item = Items.id("i1", 1);
            journal.handOvers().sent(List.of(new HandOver(item, "risk", SWIFT)), after(1));
            journal.decisions().decide(List.of(decision(item, "risk", "k9", "hold", after(2))), BOTH);
            journal.replies().draft("r1", "i1", CODES, REPLY, 9, after(5));
            journal.replies().written("r1", "r1.xml", raw("r"));
            journal.outbox().delivered(List.of("r1"), after(6));
            journal.history().step(new Step(after(7), "i1", item, "ASKED", "by phone"));

            assertThat(journal.history().ofItem(item))
                    .extracting(Line::what)
                    .containsExactly(
                            "RECEIVED", "ITEM", "STATUS", "STATUS", "SENT", "DECISION", "REPLY", "DELIVERED", "ASKED");
            assertThat(journal.history().ofItem(item))
                    .extracting(Line::detail)
                    .anyMatch(detail -> detail.contains("by mapping v7"))
                    .anyMatch(detail -> detail.contains("HELD, told in reply r1"));
            assertThat(journal.history().ofItem("nobody")).isEmpty();
        }
    }

    @Test
    void a_named_lease_has_one_holder() {
        try (Journal journal = open()) {
            assertThat(journal.leases().acquire("sweep", "a", after(10), NOON)).isTrue();
            assertThat(journal.leases().acquire("sweep", "b", after(10), after(9)))
                    .isFalse();
            assertThat(journal.leases().acquire("sweep", "a", after(20), after(9)))
                    .isTrue();
            assertThat(journal.leases().acquire("sweep", "b", after(30), after(21)))
                    .isTrue();
            journal.leases().release("sweep", "a");
            assertThat(journal.leases().acquire("sweep", "a", after(30), after(21)))
                    .isFalse();
            journal.leases().release("sweep", "b");
            assertThat(journal.leases().acquire("sweep", "a", after(30), after(21)))
                    .isTrue();
        }
    }

    @Test
    void an_alarm_is_open_once_per_subject() {
        try (Journal journal = open()) {
            journal.alarms().raise("TIMED_OUT", "risk", "no answer", NOON);
            journal.alarms().raise("TIMED_OUT", "risk", "still no answer", after(1));
            assertThat(journal.alarms().open(9)).extracting(Alarm::text).containsExactly("no answer");
            journal.alarms().clear("TIMED_OUT", "risk", after(2));
            journal.alarms().raise("TIMED_OUT", "risk", "again", after(3));
            assertThat(journal.alarms().open(9)).extracting(Alarm::text).containsExactly("again");
        }
    }

    @Test
    void a_unit_that_fails_takes_only_itself_back_and_numbers_have_no_gaps() throws Exception {
        try (Journal journal = open();
                Journal second = open()) {
            Set<Long> numbers = new HashSet<>(); // guarded by itself
            List<Runnable> work = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                boolean fails = i % 3 == 0;
                Journal node = i % 2 == 0 ? journal : second;
                work.add(() -> {
                    try {
                        long number = node.write(tx -> {
                            long next = Counters.next(tx, "n");
                            if (fails) {
                                throw new IllegalStateException("told to");
                            }
                            return next;
                        });
                        synchronized (numbers) {
                            assertThat(numbers.add(number)).isTrue();
                        }
                    } catch (IllegalStateException e) {
                        assertThat(fails).isTrue();
                    }
                });
            }
            inParallel(work);
            assertThat(numbers)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, numbers.size()).boxed().toList());
            assertThat(numbers).hasSize(200 - 67);
        }
    }

    @Test
    void nodes_that_claim_at_the_same_time_get_each_interchange_once() throws Exception {
        try (Journal journal = open();
                Journal second = open()) {
            List<String> all = new ArrayList<>();
            for (int i = 100; i < 300; i++) {
                PartnerId partner = new PartnerId("post-" + i % 5);
                all.add("i" + i);
                journal.interchanges().receive(arrival("i" + i, partner, "m" + i, "content " + i));
            }
            ConcurrentLinkedQueue<String> claimed = new ConcurrentLinkedQueue<>();
            List<Runnable> work = new ArrayList<>();
            for (int worker = 0; worker < 8; worker++) {
                Journal node = worker % 2 == 0 ? journal : second;
                String name = "worker-" + worker;
                work.add(() -> {
                    // another worker may hold what is left for a moment: none left is when the others are done too
                    while (claimed.size() < all.size()) {
                        node.interchanges()
                                .claim(name, 3, after(60), NOON)
                                .forEach(interchange -> claimed.add(interchange.id()));
                    }
                });
            }
            inParallel(work);
            assertThat(claimed).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Test
    void nodes_that_journal_the_same_keys_and_decide_the_same_items_do_each_once() throws Exception {
        try (Journal journal = open();
                Journal second = open()) {
            List<Runnable> work = new ArrayList<>();
            ConcurrentLinkedQueue<Journaled> results = new ConcurrentLinkedQueue<>();
            for (int i = 0; i < 6; i++) {
                String interchange = reading(journal, "i" + i, SWIFT);
                List<ItemEntry> entries = new ArrayList<>();
                for (int n = 1; n <= 40; n++) {
                    // the same forty keys in another order each time
                    entries.add(item(interchange, n, "K" + (n * 7 + i * 11) % 41, 1));
                }
                Journal node = i % 2 == 0 ? journal : second;
                work.add(() -> results.add(node.items().journal(batch(interchange, SWIFT, entries.subList(0, 40)))));
            }
            inParallel(work);
            assertThat(results.stream().filter(Journaled.DONE::equals)).hasSize(1);

            String winner = journal.items().search("K", 1).get(0).interchangeId();
            List<Runnable> decide = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                List<DecisionEntry> decisions = new ArrayList<>();
                for (int n = 1; n <= 40; n++) {
                    String item = Items.id(winner, i % 2 == 0 ? n : 41 - n);
                    decisions.add(decision(item, i % 3 == 0 ? "risk" : "revenue", "d" + i % 3, "go", NOON));
                }
                Journal node = i % 2 == 0 ? journal : second;
                decide.add(() -> node.decisions().decide(decisions, BOTH));
            }
            inParallel(decide);
            for (Item item : journal.items().of(winner, 0, 99)) {
                assertThat(journal.decisions().of(item.id())).hasSize(3);
                assertThat(codes(journal, item.id()))
                        .startsWith(StatusCode.RECEIVED)
                        .contains(StatusCode.RELEASED);
                assertThat(codes(journal, item.id()).size()).isBetween(2, 3);
            }
        }
    }

    private static List<String> claimed(Journal journal, int max) {
        return new ArrayList<>(journal.interchanges().claim(NODE, max, after(60), NOON).stream()
                .map(Interchange::id)
                .toList());
    }

    private static void inParallel(List<Runnable> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> running = new ArrayList<>();
            work.forEach(one -> running.add(threads.submit(one)));
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
