package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customsgateway.journal.Sample.after;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who has read what is noted, and that a note is missing is seen. */
interface AccessContract {

    /** The same database every time within one test, empty at its start: a second call is a second node. */
    Journal open();

    private static Access access(int n) {
        return new Access(after(n), n % 2 == 0 ? "operator alice" : "partner p token 01", "show", "i" + n);
    }

    private static void fill(Journal journal) {
        journal.access()
                .add(IntStream.range(0, 3).mapToObj(AccessContract::access).toList());
        journal.access().add(List.of(access(3), access(4)));
    }

    @Test
    default void reads_are_found_by_item_and_by_reader() {
        try (Journal journal = open();
                Journal second = open()) {
            fill(journal);
            second.access().add(List.of(access(5)));
            assertThat(journal.access().find("", "", 99)).hasSize(6).startsWith(access(0));
            assertThat(journal.access().find("", "", 2)).containsExactly(access(4), access(5));
            assertThat(journal.access().find("i3", "", 99)).containsExactly(access(3));
            assertThat(journal.access().find("", "operator", 99)).containsExactly(access(0), access(2), access(4));
            var chain = journal.access().check();
            assertThat(chain.lines()).isEqualTo(6);
            assertThat(chain.broken()).isZero();
            assertThat(chain.last()).hasSize(64);
        }
    }

    @Test
    default void a_line_that_is_changed_or_taken_out_shows() {
        try (Journal journal = open()) {
            assertThat(journal.access().check()).isEqualTo(new AccessLog.Chain(0, "", 0));
            fill(journal);
            journal.write(tx -> tx.update("UPDATE access_log SET who = 'operator bob' WHERE n = 3"));
            assertThat(journal.access().check().broken()).isEqualTo(3);
            journal.write(tx -> tx.update(
                    "UPDATE access_log SET who = ? WHERE n = 3", access(2).who()));
            assertThat(journal.access().check().broken()).isZero();

            journal.write(tx -> tx.update("DELETE FROM access_log WHERE n = 5"));
            assertThat(journal.access().check().broken()).isEqualTo(5);
            journal.write(tx -> tx.update("DELETE FROM access_log WHERE n = 2"));
            assertThat(journal.access().check().broken()).isEqualTo(2);
        }
    }
}
