package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("wire")
class PostgresJournalTest implements JournalContract {

    private Database database;

    @BeforeEach
    void start() throws Exception {
        database = PostgresServer.started().database();
    }

    @Override
    public Journal open() {
        return Journal.open(database);
    }

    @Test
    void transactions_that_wait_for_each_other_in_a_ring_are_both_done_in_the_end() throws Exception {
        try (Journal journal = open()) {
            CyclicBarrier bothHoldOne = new CyclicBarrier(2);
            AtomicInteger runs = new AtomicInteger();
            CompletableFuture<Long> one =
                    CompletableFuture.supplyAsync(() -> journal.write(tx -> both(tx, "a", "b", runs, bothHoldOne)));
            CompletableFuture<Long> other =
                    CompletableFuture.supplyAsync(() -> journal.write(tx -> both(tx, "b", "a", runs, bothHoldOne)));

            assertThat(one.get() + other.get()).isEqualTo(3);
            assertThat(runs.get()).isEqualTo(3);
        }
    }

    @Test
    void a_fault_of_the_database_does_not_repeat_what_is_in_the_row() {
        try (Journal journal = open()) {
            Unit<Integer> twice = tx -> tx.update("INSERT INTO setting (name, value) VALUES ('Qyzwvina', 'x')");
            journal.write(twice);
            assertThatThrownBy(() -> journal.write(twice))
                    .isInstanceOf(JournalFault.class)
                    .hasMessageNotContaining("Qyzwvina")
                    .hasMessageContaining("setting");
        }
    }

    /** The barrier holds only the first two runs: the third is the one that is tried again. */
    private static long both(Transaction tx, String first, String second, AtomicInteger runs, CyclicBarrier barrier)
            throws SQLException {
        Counters.next(tx, first);
        if (runs.incrementAndGet() <= 2) {
            try {
                barrier.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
        }
        return Counters.next(tx, second);
    }
}
