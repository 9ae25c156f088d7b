package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {

    @TempDir
    private Path folder;

    private Journal journal;

    @BeforeEach
    void open() {
        journal = Journal.open(Database.embedded(folder.resolve("journal.db")));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void units_that_wait_for_the_writer_are_committed_together_and_a_bad_one_alone_is_taken_back() {
        // a group is closed after a while, so that on a slow machine some are two
        Awaitility.await().until(this::together);
    }

    /** Whether two units with a bad one between them, all of which wait for the writer, were one commit. */
    private boolean together() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> journal.write(tx -> {
            begun.countDown();
            await(go);
            return tx.update("DELETE FROM counter");
        }));
        await(begun);
        List<CompletableFuture<Long>> others = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String name = "other" + i;
            boolean bad = i == 1;
            others.add(waits(() -> journal.write(tx -> {
                tx.update("INSERT INTO counter (name, value) VALUES (?, 1)", name);
                if (bad) {
                    tx.update("INSERT INTO counter (name, value) VALUES (?, 1)", name);
                }
                // what is committed: of a group a reader sees nothing yet
                return journal.read(GroupCommitTest::rows);
            })));
        }
        go.countDown();

        first.get();
        assertThatThrownBy(() -> others.get(1).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(JournalFault.class);
        boolean together = others.get(0).get().equals(others.get(2).get());
        List<String> rows = journal.read(tx -> tx.rows("SELECT name FROM counter ORDER BY name", row -> row.text()));
        assertThat(rows).containsExactly("other0", "other2");
        return together;
    }

    /** Returns when the work stands in the line. */
    private static <T> CompletableFuture<T> waits(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> done.completeAsync(work, Runnable::run));
        thread.start();
        Awaitility.await().until(thread::getState, Thread.State.WAITING::equals);
        return done;
    }

    @Test
    void a_unit_inside_a_unit_is_refused() {
        assertThatThrownBy(() -> journal.write(tx -> next())).isInstanceOf(IllegalStateException.class);
        assertThat(next()).isEqualTo(1);
    }

    @Test
    void a_commit_that_fails_fails_its_callers_and_the_writer_goes_on() {
        assertThatThrownBy(() -> journal.write(tx -> tx.update("ROLLBACK"))).isInstanceOf(JournalFault.class);
        assertThat(next()).isEqualTo(1);
    }

    @Test
    @Timeout(60)
    void a_closed_journal_says_so_and_to_close_it_again_does_nothing() {
        journal.close();
        assertThatThrownBy(() -> next()).isInstanceOf(JournalFault.class).hasMessageContaining("closed");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> journal.read(GroupCommitTest::rows))
                    .isInstanceOf(JournalFault.class)
                    .hasMessageContaining("closed");
        }
        journal.close();
    }

    private long next() {
        return journal.write(tx -> Counters.next(tx, "n"));
    }

    private static long rows(Transaction tx) throws SQLException {
        return tx.row("SELECT count(*) FROM counter", Columns::number).orElseThrow();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
