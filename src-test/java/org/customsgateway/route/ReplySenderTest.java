package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.customsgateway.connector.Declined;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.Held;
import org.customsgateway.connector.Outlet;
import org.customsgateway.connector.Partner;
import org.customsgateway.journal.Kept;
import org.customsgateway.journal.Reply;
import org.customsgateway.journal.ReplyState;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.StatusCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies reach their partner in their order, whatever the wire does. */
class ReplySenderTest {

    private static final String RETRIES = "reply: { retry: { attempts: 3, first: 5s, max: 1m } }\n";

    @TempDir
    private Path folder;

    private final List<String> arrived = new ArrayList<>();
    private final List<String> tried = new ArrayList<>();
    private int together = 100;
    private boolean takes = true;
    private boolean apart;
    private Runnable meanwhile = () -> {};
    private Exception broken;
    private Set<String> broke = Set.of("r1");
    private Books books;
    private ReplySender sender;

    @BeforeEach
    void open() throws IOException {
        open(RETRIES);
    }

    private void open(String retries) throws IOException {
        books = new Books(Files.createTempDirectory(folder, "books")).partner("post-a", "parcels", retries);
        Outlet outlet = new Outlet() {
            @Override
            public void deliver(Partner partner, Dispatch dispatch) throws IOException {
                String name = dispatch.name();
                tried.add(name);
                meanwhile.run();
                if (broken instanceof IOException away && broke.contains(name)) {
                    throw away;
                }
                if (broken instanceof RuntimeException unforeseen && broke.contains(name)) {
                    throw unforeseen;
                }
                arrived.add(name);
            }

            @Override
            public void deliver(Partner partner, List<Dispatch> dispatches) throws IOException {
                if (apart) {
                    throw new IOException("these do not go together");
                }
                Outlet.super.deliver(partner, dispatches);
            }

            @Override
            public int together(Partner partner) {
                return together;
            }

            @Override
            public boolean takes(Partner partner) {
                return takes;
            }
        };
        sender = new ReplySender(
                books.journal,
                books.raws,
                books.partners(),
                outlet,
                format -> "",
                new AtOnce(),
                Books.NODE,
                Books.COUNTS,
                books.clock);
        books.declared("i", "post-a", "parcels", 3);
        for (int n = 1; n <= 3; n++) {
            books.clock.forward(Duration.ofMillis(1));
            Kept kept = books.raws.take(new byte[] {(byte) n});
            books.journal
                    .replies()
                    .draft(
                            "r" + n,
                            "i",
                            Set.of(StatusCode.values()),
                            new FormatId("parcels"),
                            1,
                            books.clock.instant());
            books.journal.replies().written("r" + n, "r" + n, kept, books.clock.instant());
        }
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void they_arrive_in_their_order() {
        sender.due();
        assertThat(arrived).containsExactly("r1", "r2", "r3");
    }

    @Test
    void none_overtakes_one_that_is_tried_again_later() {
        broken = new IOException("no route");
        sender.due();
        sender.due();
        assertThat(tried).as("with the others, then by itself; no later one").containsExactly("r1", "r1");

        broken = null;
        books.clock.forward(Duration.ofSeconds(5));
        sender.due();
        assertThat(arrived).containsExactly("r1", "r2", "r3");
    }

    @Test
    void a_wire_that_fails_in_an_unforeseen_way_is_waited_for_and_the_reply_parked_in_the_end() {
        broken = new NullPointerException();
        for (int round = 0; round < 9; round++) {
            sender.due();
        }
        assertThat(tried).containsExactly("r1", "r1");

        books.clock.forward(Duration.ofSeconds(5));
        sender.due();
        books.clock.forward(Duration.ofSeconds(10));
        sender.due();
        Reply parked = books.journal.replies().find("r1").orElseThrow();
        assertThat(parked.state()).isEqualTo(ReplyState.PARKED);
        assertThat(books.alarmText("PARKED")).contains("NullPointerException");

        sender.due();
        assertThat(arrived).as("the others go on without it").containsExactly("r2", "r3");

        broken = null;
        books.journal.outbox().resume("r1", books.clock.instant());
        sender.due();
        assertThat(arrived).containsExactly("r2", "r3", "r1");
    }

    @Test
    void a_side_that_takes_nothing_now_is_asked_once_and_left_alone_as_long_as_it_wants() {
        broken = new Held("503", Duration.ofMinutes(10));
        sender.due();
        assertThat(tried).as("not each by itself after all of them").containsExactly("r1");

        broken = null;
        books.clock.forward(Duration.ofMinutes(9));
        sender.due();
        assertThat(tried).containsExactly("r1");
        books.clock.forward(Duration.ofMinutes(1));
        sender.due();
        assertThat(arrived).containsExactly("r1", "r2", "r3");
    }

    @Test
    void a_short_wish_does_not_shorten_the_wait() {
        broken = new Held("429", Duration.ofSeconds(1));
        sender.due();
        books.clock.forward(Duration.ofSeconds(4));
        sender.due();
        assertThat(tried).containsExactly("r1");
    }

    @Test
    void a_reply_that_is_declined_is_offered_a_few_times_then_parked_and_holds_up_nobody_for_days() throws IOException {
        books.close();
        open("reply: { retry: { attempts: 80, first: 5s, max: 1h } }\n");
        together = 1;
        broken = new Declined("422", true);
        for (int attempt = 1; attempt <= 6; attempt++) {
            assertThat(arrived).isEmpty();
            sender.due();
            books.clock.forward(Duration.ofMinutes(3));
        }
        assertThat(books.journal.replies().find("r1").orElseThrow().state()).isEqualTo(ReplyState.PARKED);
        sender.due();
        assertThat(arrived).containsExactly("r2", "r3");
    }

    private void tryFor(int rounds) {
        for (int round = 0; round < rounds; round++) {
            sender.due();
            books.clock.forward(Duration.ofHours(1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void a_reply_that_its_side_stumbles_over_is_told_from_a_side_that_lies_down(int atOnce) throws IOException {
        books.close();
        open("reply: { retry: { attempts: 80, first: 5s, max: 1h } }\n");
        together = atOnce;
        broken = new Declined("500", false);
        broke = Set.of("r1", "r2", "r3");
        tryFor(12);
        assertThat(books.journal.replies().find("r1").orElseThrow().state()).isEqualTo(ReplyState.PENDING);
        assertThat(arrived).isEmpty();

        broke = Set.of("r1");
        tryFor(1);
        assertThat(books.journal.replies().find("r1").orElseThrow().state()).isEqualTo(ReplyState.PARKED);
        assertThat(books.alarmText("PARKED")).contains("500", "takes others");
        assertThat(arrived).containsExactly("r2");
        tryFor(1);
        assertThat(arrived).containsExactly("r2", "r3");
        assertThat(books.journal.replies().find("r2").orElseThrow().attempts()).isZero();
    }

    @Test
    void a_side_that_wants_nothing_any_more_is_not_asked_and_its_replies_wait() {
        takes = false;
        sender.due();
        assertThat(tried).isEmpty();
        takes = true;
        sender.due();
        assertThat(arrived).containsExactly("r1", "r2", "r3");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void a_slow_side_does_not_make_two_nodes_deliver_at_once(int atOnce) {
        together = atOnce;
        apart = true;
        List<Boolean> taken = new ArrayList<>();
        meanwhile = () -> {
            books.clock.forward(Duration.ofMinutes(4));
            Instant now = books.clock.instant();
            taken.add(books.journal.leases().acquire("outbox:post-a", "node-2", now.plusSeconds(60), now));
        };
        sender.due();
        assertThat(arrived).containsExactly("r1", "r2", "r3");
        assertThat(taken).containsExactly(false, false, false);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void a_node_that_has_lost_its_lease_stops(int atOnce) {
        together = atOnce;
        apart = true;
        meanwhile = () -> {
            books.clock.forward(Duration.ofMinutes(6));
            Instant now = books.clock.instant();
            books.journal.leases().acquire("outbox:post-a", "node-2", now.plusSeconds(600), now);
        };
        sender.due();
        assertThat(arrived).containsExactly("r1");
    }
}
