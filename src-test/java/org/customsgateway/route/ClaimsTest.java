package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.customsgateway.journal.Arrival;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsTest {

    private static final int LARGE = 2;

    @TempDir
    private Path folder;

    private final ArrivalOrder order = new ArrivalOrder();
    private Books books;
    private Claims claims;

    @BeforeEach
    void open() throws IOException {
        books = new Books(folder).partner("carrier", "un-cuscar-d95b", "");
        claims = new Claims(books.journal, books.partners(), order, LARGE, Books.NODE, books.clock);
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void so_many_large_ones_are_read_at_a_time() throws IOException {
        for (int i = 1; i <= LARGE + 1; i++) {
            arrives("large" + i, Claims.SMALL + i);
        }
        Reading first = claims.next();
        assertThat(claims.next()).isNotNull();
        assertThat(claims.next()).as("one too many").isNull();

        claims.ends(first);
        assertThat(claims.next().interchange().id()).isEqualTo("large3");
        assertThat(claims.next()).isNull();
    }

    @Test
    void a_large_one_waits_for_nobody_and_holds_up_nobody() throws IOException {
        arrives("i1", Claims.SMALL + 1);
        arrives("i2", 2);
        arrives("i3", Claims.SMALL + 2);
        Thread reading = new Thread(() -> {
            for (Reading each = claims.next(); each != null; each = claims.next()) {
                order.awaitTurn(each.interchange(), Touched.ANY);
            }
        });
        reading.start();
        Awaitility.await().until(() -> reading.getState() == Thread.State.TERMINATED);
        assertThat(claims.next()).isNull();
    }

    @Test
    void who_asks_at_the_same_time_gets_another_one_each() throws Exception {
        int readers = 8;
        for (int i = 0; i < readers; i++) {
            arrives("small" + i, i + 1);
        }
        Set<String> claimed = new ConcurrentSkipListSet<>();
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> asking = IntStream.range(0, readers)
                .mapToObj(i -> new Thread(() -> {
                    await(go);
                    claimed.add(claims.next().interchange().id());
                }))
                .toList();
        asking.forEach(Thread::start);
        go.countDown();
        for (Thread one : asking) {
            one.join();
        }
        assertThat(claimed)
                .isEqualTo(
                        IntStream.range(0, readers).mapToObj(i -> "small" + i).collect(Collectors.toSet()));
        assertThat(claims.next()).isNull();
    }

    private static void await(CountDownLatch go) {
        try {
            go.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** So many bytes, which are not those of another one. */
    private void arrives(String id, int bytes) throws IOException {
        books.journal
                .interchanges()
                .receive(new Arrival(
                        id,
                        new PartnerId("carrier"),
                        Wire.QUEUE,
                        null,
                        id,
                        books.raws.take(new byte[bytes]),
                        books.clock.instant(),
                        List.of(),
                        null));
    }
}
