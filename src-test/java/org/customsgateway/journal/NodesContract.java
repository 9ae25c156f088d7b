package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customsgateway.journal.Sample.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.customsgateway.message.ItemId;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.StatusCode;
import org.junit.jupiter.api.Test;

/** What any journal does when several work on it, and what it tells a person. */
interface NodesContract {

    /** The same database every time within one test, empty at its start: a second call is a second node. */
    Journal open();

    @Test
    default void the_story_of_an_item_goes_from_arrival_to_delivery() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 2));
            String item = ItemId.of("i1", 1);
            journal.handOvers().sent(List.of(new HandOver(item, "risk", SWIFT)), after(1));
            journal.decisions().decide(List.of(decision(item, "risk", "k9", "hold", after(2))), BOTH);
            journal.replies().draft("r1", "i1", CODES, REPLY, 9, after(5));
            journal.replies().written("r1", "r1.xml", kept("r"), NOON);
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
    default void a_named_lease_has_one_holder() {
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
    default void an_alarm_is_open_once_per_subject() {
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
    default void a_unit_that_fails_takes_only_itself_back_and_numbers_have_no_gaps() throws Exception {
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
    default void nodes_that_claim_at_the_same_time_get_each_interchange_once() throws Exception {
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
    default void nodes_that_journal_the_same_keys_and_decide_the_same_items_do_each_once() throws Exception {
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

            String winner = IntStream.range(0, 6)
                    .mapToObj(i -> "i" + i)
                    .filter(id -> !journal.items().of(id, 0, 1).isEmpty())
                    .findFirst()
                    .orElseThrow();
            List<Runnable> decide = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                List<DecisionEntry> decisions = new ArrayList<>();
                for (int n = 1; n <= 40; n++) {
                    String item = ItemId.of(winner, i % 2 == 0 ? n : 41 - n);
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
