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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
    void units_that_wait_for_the_writer_are_committed_together_and_a_bad_one_alone_is_taken_back() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> journal.write(tx -> {
            begun.countDown();
            await(go);
            return tx.update("INSERT INTO counter (name, value) VALUES ('first', 1)");
        }));
        await(begun); // the first one is first, whatever the threads do
        List<CompletableFuture<Long>> others = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            boolean bad = i == 1;
            others.add(CompletableFuture.supplyAsync(() -> journal.write(tx -> {
                // nothing of the group is committed yet: a reader does not see the first one's row, this unit does
                long seen = journal.read(GroupCommitTest::rows);
                long own = rows(tx);
                tx.update("INSERT INTO counter (name, value) VALUES (?, 1)", "other" + own);
                if (bad) {
                    tx.update("INSERT INTO counter (name, value) VALUES ('first', 1)");
                }
                return seen;
            })));
        }
        go.countDown();

        assertThat(first.get()).isEqualTo(1);
        assertThatThrownBy(() -> others.get(1).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(JournalFault.class);
        others.get(0).get();
        others.get(2).get();
        assertThat(journal.read(GroupCommitTest::rows)).isEqualTo(3);
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
    void a_closed_journal_says_so() {
        journal.close();
        assertThatThrownBy(() -> next()).isInstanceOf(JournalFault.class);
        journal = Journal.open(Database.embedded(folder.resolve("journal.db")));
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
