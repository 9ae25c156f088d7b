package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.customsgateway.connector.Outlet;
import org.customsgateway.journal.Reply;
import org.customsgateway.journal.ReplyState;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.RawBytes;
import org.customsgateway.message.StatusCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replies reach their partner in their order, whatever the wire does. */
class ReplySenderTest {

    private static final String RETRIES = "reply: { retry: { attempts: 3, first: 5s, max: 1m } }\n";

    @TempDir
    private Path folder;

    private final List<String> arrived = new ArrayList<>();
    private final List<String> tried = new ArrayList<>();
    private Exception broken;
    private Books books;
    private ReplySender sender;

    @BeforeEach
    void open() throws IOException {
        books = new Books(folder).partner("post-a", "parcels", RETRIES);
        Outlet outlet = (partner, dispatch) -> {
            String name = dispatch.name();
            tried.add(name);
            if (broken instanceof IOException away && name.equals("r1")) {
                throw away;
            }
            if (broken instanceof RuntimeException unforeseen && name.equals("r1")) {
                throw unforeseen;
            }
            arrived.add(name);
        };
        sender = new ReplySender(
                books.journal, books.raws, books.partners(), outlet, new AtOnce(), Books.NODE, books.clock);
        books.declared("i", "post-a", "parcels", 3);
        for (int n = 1; n <= 3; n++) {
            books.clock.forward(Duration.ofMillis(1));
            RawBytes raw = books.raws.put(new byte[] {(byte) n});
            books.journal
                    .replies()
                    .draft(
                            "r" + n,
                            "i",
                            Set.of(StatusCode.values()),
                            new FormatId("parcels"),
                            1,
                            books.clock.instant());
            books.journal.replies().written("r" + n, "r" + n, raw);
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
}
