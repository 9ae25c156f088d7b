package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.customsgateway.journal.Sample.*;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.customsgateway.message.ItemId;
import org.customsgateway.message.ItemStatus;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;
import org.junit.jupiter.api.Test;

/** What any journal does with replies. */
interface RepliesContract {

    /** The same database every time within one test, empty at its start: a second call is a second node. */
    Journal open();

    @Test
    default void a_draft_tells_each_status_once_under_the_next_number() {
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
                            ItemId.of("i1", 3),
                            item("i1", 3).key(),
                            3,
                            item("i1", 3).facts(),
                            Status.of(StatusCode.RECEIVED, NOON)));
            // a crash came before the bytes were written: they are told again, to the letter
            assertThat(journal.replies().drafts(after(9), after(9), 9)).containsExactly(first, second);
            journal.replies().written("r1", "r1.xml", kept("r"), NOON);
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
    default void a_refused_interchange_is_told_once_as_a_whole() {
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
    default void a_reply_that_a_node_whose_clock_is_behind_makes_later_goes_out_later() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 2));
            journal.replies().draft("r1", "i1", CODES, REPLY, 1, after(2));
            assertThat(journal.replies()
                            .draft("r2", "i1", CODES, REPLY, 1, after(1))
                            .orElseThrow()
                            .content()
                            .preparedAt())
                    .isEqualTo(after(2).plusMillis(1));
            journal.replies().written("r1", "r1.xml", kept("r"), NOON);
            journal.replies().written("r2", "r2.xml", kept("s"), NOON);
            assertThat(due(journal, after(5))).containsExactly("r1", "r2");
        }
    }

    @Test
    default void a_delivery_is_tried_again_then_parked_then_resumed() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 1));
            journal.replies().draft("r1", "i1", CODES, REPLY, 9, NOON);
            journal.replies().written("r1", "r1.xml", kept("r"), NOON);

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
    default void a_draft_that_cannot_be_written_waits_is_parked_and_is_written_when_resumed() {
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
            journal.replies().written("r1", "r1.xml", kept("r"), NOON);
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
    default void a_reply_waits_behind_one_that_is_not_due_or_not_written_and_not_behind_a_parked_one() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 4));
            for (int n = 1; n <= 4; n++) {
                journal.replies().draft("r" + n, "i1", CODES, REPLY, 1, after(n));
            }
            for (String written : List.of("r1", "r2", "r4")) {
                journal.replies().written(written, written + ".xml", kept(written), NOON);
            }
            assertThat(due(journal, after(5))).containsExactly("r1", "r2");

            journal.outbox().failed("r1", after(60), "no route", after(5));
            assertThat(due(journal, after(59))).isEmpty();
            assertThat(due(journal, after(60))).containsExactly("r1", "r2");

            journal.outbox().park("r1", "no route", after(60));
            assertThat(due(journal, after(60))).containsExactly("r2");

            journal.replies().written("r3", "r3.xml", kept("r3"), NOON);
            assertThat(due(journal, after(60))).containsExactly("r2", "r3", "r4");
        }
    }

    @Test
    default void replies_of_one_millisecond_go_by_their_numbers() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 3));
            for (String reply : List.of("rC", "rB", "rA")) {
                journal.replies().draft(reply, "i1", CODES, REPLY, 1, NOON);
            }
            journal.replies().written("rC", "1", kept("1"), NOON);
            journal.replies().written("rA", "3", kept("3"), NOON);
            assertThat(due(journal, NOON)).containsExactly("rC");

            journal.replies().written("rB", "2", kept("2"), NOON);
            assertThat(due(journal, NOON)).containsExactly("rC", "rB", "rA");
        }
    }

    private static List<String> due(Journal journal, Instant now) {
        return journal.outbox().due(SWIFT, now, 9).stream().map(Reply::id).toList();
    }

    @Test
    default void what_is_unreported_is_listed_page_by_page() {
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

    /** A hold is told like a referral; so is its end. */
    @Test
    default void what_takes_a_hold_off_knows_which_it_was() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", SWIFT, List.of(item("i1", 1, "K", 1))));
            String id = ItemId.of("i1", 1);
            journal.decisions()
                    .decide(
                            List.of(decision(id, "risk", "k1", "no", after(1))),
                            standing -> Optional.of(told(StatusCode.HELD)));
            journal.decisions()
                    .decide(
                            List.of(decision(id, "risk", "k2", "ok", after(2))),
                            standing -> Optional.of(told(StatusCode.HOLD_REMOVED)));

            assertThat(journal.replies()
                            .draft("r1", "i1", CODES, REPLY, 9, after(3))
                            .orElseThrow()
                            .content()
                            .items())
                    .extracting(one -> one.status().code(), one -> one.facts().get("referral"))
                    .containsExactly(
                            tuple(StatusCode.RECEIVED, null),
                            tuple(StatusCode.HELD, null),
                            tuple(StatusCode.HOLD_REMOVED, "HELD"));
        }
    }

    /** An acknowledgement that came behind the refusal of the same item would be read as its end. */
    @Test
    default void what_is_told_of_an_item_in_one_format_waits_for_what_was_before_it_in_another() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", SWIFT, List.of(item("i1", 1, "K", 1))));
            journal.decisions()
                    .decide(
                            List.of(decision(ItemId.of("i1", 1), "risk", "k1", "no", after(1))),
                            standing -> Optional.of(told(StatusCode.REJECTED)));
            var rejections = Set.of(StatusCode.REJECTED);

            assertThat(journal.replies().draft("r1", "i1", rejections, REPLY, 9, after(2)))
                    .isEmpty();
            assertThat(journal.replies().draft("r2", "i1", Set.of(StatusCode.RECEIVED), REPLY, 9, after(3)))
                    .isPresent();
            assertThat(journal.replies().draft("r3", "i1", rejections, REPLY, 9, after(4)))
                    .isPresent();
        }
    }
}
