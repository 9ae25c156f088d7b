package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.customsgateway.journal.Sample.*;

import java.util.List;
import org.customsgateway.message.ItemId;
import org.customsgateway.message.Problem;
import org.junit.jupiter.api.Test;

/** What any journal does with interchanges, whatever database is under it. */
interface InterchangesContract {

    /** The same database every time within one test, empty at its start: a second call is a second node. */
    Journal open();

    @Test
    default void the_same_delivery_is_one_interchange_and_a_delivery_without_a_mark_is_always_new() {
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
            assertThat(journal.interchanges().claim(NODE, 9, after(9), NOON))
                    .extracting(Interchange::id)
                    .containsExactlyInAnyOrder("i1", "i3", "i4");
        }
    }

    @Test
    default void the_same_bytes_again_send_the_same_replies_again() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 2));
            journal.replies().draft("r1", "i1", CODES, REPLY, 10, NOON);
            journal.replies().written("r1", "r1.xml", kept("reply"), NOON);
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
    default void bytes_in_quarantine_may_come_again_and_then_take_the_place() {
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
    default void a_resubmitted_interchange_goes_on_from_its_checkpoint() {
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
    default void partners_take_turns_however_long_one_backlog_is() {
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
    default void a_lease_ends_with_its_time_and_then_the_first_holder_can_do_nothing_more() {
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
            assertThat(journal.items().find(ItemId.of("i1", 1))).isEmpty();
        }
    }

    @Test
    default void a_node_that_starts_again_holds_nothing_any_more() {
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
    default void a_retry_waits_for_its_time() {
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
    default void what_is_refused_at_the_door_is_answered_and_never_read() {
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
                arrival.bytes(),
                arrival.at(),
                refusal,
                again);
    }
}
