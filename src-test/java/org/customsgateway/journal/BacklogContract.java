package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customsgateway.journal.Sample.*;

import java.util.List;
import java.util.Map;
import org.customsgateway.journal.Backlog.Waiting;
import org.junit.jupiter.api.Test;

/** What any journal says is open. */
interface BacklogContract {

    /** The same database every time within one test, empty at its start: a second call is a second node. */
    Journal open();

    @Test
    default void nothing_is_open_in_an_empty_journal() {
        try (Journal journal = open()) {
            assertThat(journal.backlog())
                    .isEqualTo(new Backlog(Map.of(), Waiting.NONE, Waiting.NONE, Map.of(), Map.of()));
        }
    }

    @Test
    default void what_is_open_is_counted_from_the_first_that_waits() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 3));
            journal.interchanges().receive(arrival("i2", SWIFT, null, "more"));
            journal.interchanges().receive(arrival("i3", OTHER, null, "more"));

            assertThat(journal.backlog().unread())
                    .isEqualTo(Map.of(SWIFT, new Waiting(2, NOON), OTHER, new Waiting(1, NOON)));
            assertThat(journal.backlog().unsent()).isEqualTo(new Waiting(6, NOON));

            journal.interchanges().finish("i1", NODE, 3, after(1));
            for (String backEnd : List.of("risk", "revenue")) {
                journal.handOvers()
                        .sent(
                                journal.handOvers().unsent(backEnd, after(1), 99, 0).stream()
                                        .map(Outgoing::handOver)
                                        .toList(),
                                after(1));
            }

            assertThat(journal.backlog().unread().get(SWIFT).count()).isEqualTo(1);
            assertThat(journal.backlog().unsent()).isEqualTo(Waiting.NONE);
        }
    }

    @Test
    default void a_reply_is_open_until_it_is_delivered_or_parked() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 2));
            journal.replies().draft("r1", "i1", CODES, REPLY, 1, after(1));
            journal.replies().draft("r2", "i1", CODES, REPLY, 1, after(2));
            assertThat(journal.backlog().unwritten().count()).isEqualTo(2);
            assertThat(journal.backlog().undelivered()).isEmpty();

            journal.replies().written("r1", "r1.xml", kept("r"), after(3));
            journal.replies().written("r2", "r2.xml", kept("s"), after(3));
            assertThat(journal.backlog().unwritten()).isEqualTo(Waiting.NONE);
            assertThat(journal.backlog().undelivered()).isEqualTo(Map.of(SWIFT, new Waiting(2, after(1))));
            assertThat(journal.backlog().alarms()).isEmpty();

            journal.outbox().park("r1", "no route", after(4));
            assertThat(journal.backlog().undelivered().get(SWIFT).count()).isEqualTo(1);
            assertThat(journal.backlog().alarms()).isEqualTo(Map.of(Outbox.PARKED, 1L));

            journal.outbox().resume("r1", after(5));
            assertThat(journal.backlog().alarms()).isEmpty();
        }
    }
}
