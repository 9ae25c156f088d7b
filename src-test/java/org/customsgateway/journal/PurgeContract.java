package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.customsgateway.journal.Sample.BOTH;
import static org.customsgateway.journal.Sample.CODES;
import static org.customsgateway.journal.Sample.FORMAT;
import static org.customsgateway.journal.Sample.NODE;
import static org.customsgateway.journal.Sample.NOON;
import static org.customsgateway.journal.Sample.OTHER;
import static org.customsgateway.journal.Sample.REPLY;
import static org.customsgateway.journal.Sample.SWIFT;
import static org.customsgateway.journal.Sample.after;
import static org.customsgateway.journal.Sample.batch;
import static org.customsgateway.journal.Sample.decision;
import static org.customsgateway.journal.Sample.kept;
import static org.customsgateway.journal.Sample.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.customsgateway.message.ItemId;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Purpose;
import org.customsgateway.message.RawBytes;
import org.customsgateway.message.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept no longer goes, all of it, and nothing else. */
interface PurgeContract {

    /** Files are as old as the test. */
    Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    /** The same database every time within one test, empty at its start: a second call is a second node. */
    Journal open();

    private static PurgeRule rule(Purpose purpose, long olderThan) {
        return new PurgeRule(SWIFT, purpose, after(olderThan));
    }

    /** Three items, read. */
    private static void read(Journal journal, String id, PartnerId partner) {
        reading(journal, id, partner);
        journal.items()
                .journal(batch(id, partner, List.of(Sample.item(id, 1), Sample.item(id, 2), Sample.item(id, 3))));
        journal.interchanges().finish(id, NODE, 3, NOON);
    }

    private static void decided(Journal journal, String id) {
        List<DecisionEntry> decisions = new ArrayList<>();
        for (int n = 1; n <= 3; n++) {
            decisions.add(decision(ItemId.of(id, n), "risk", "r" + n, "go", NOON));
            decisions.add(decision(ItemId.of(id, n), "revenue", "v" + n, "go", NOON));
        }
        journal.decisions().decide(decisions, BOTH);
    }

    private static void told(Journal journal, String id) {
        journal.replies().draft("reply of " + id, id, CODES, REPLY, 1000, NOON).orElseThrow();
        journal.replies().written("reply of " + id, id + ".reply", kept("reply to " + id), NOON);
    }

    private static void ended(Journal journal, String id) {
        read(journal, id, SWIFT);
        decided(journal, id);
        told(journal, id);
        journal.outbox().delivered(List.of("reply of " + id), NOON);
    }

    private static Purged purge(Journal journal, PurgeRule rule) {
        return journal.purging().purge(rule, after(100), () -> true);
    }

    private static String digest(String... ids) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String id : ids) {
            digest.update((id + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static long rows(Journal journal) {
        long rows = 0;
        for (String table : List.of(
                "item", "declaration", "hand_over", "decision", "status", "interchange", "reply", "step", "alias")) {
            rows += journal.read(tx -> tx.row("SELECT count(*) FROM " + table, Columns::number))
                    .orElseThrow();
        }
        return rows;
    }

    @Test
    default void what_is_ended_and_older_goes_with_all_that_it_had_and_leaves_a_record() throws Exception {
        try (Journal journal = open()) {
            ended(journal, "i1");
            ended(journal, "i2");
            journal.history().step(new Step(NOON, "i1", null, "RETRY", "x"));
            long before = rows(journal);
            assertThat(purge(journal, rule(Purpose.ITEMS, 0)).removed()).isZero();
            assertThat(journal.purging().tried(rule(Purpose.ITEMS, 1), NOON).removed())
                    .isEqualTo(2);
            assertThat(rows(journal)).isEqualTo(before);

            Purged purged = purge(journal, rule(Purpose.ITEMS, 1));
            assertThat(purged).isEqualTo(new Purged(after(100), rule(Purpose.ITEMS, 1), 2, digest("i1", "i2"), 0, 0));
            assertThat(rows(journal)).isZero();
            assertThat(purge(journal, rule(Purpose.ITEMS, 1)).removed()).isZero();
            assertThat(journal.purging().records(9)).containsExactly(purged);
        }
    }

    @Test
    default void what_is_undecided_untold_or_undelivered_is_held() {
        try (Journal journal = open()) {
            read(journal, "undecided", SWIFT);
            told(journal, "undecided");
            journal.outbox().delivered(List.of("reply of undecided"), NOON);
            read(journal, "untold", SWIFT);
            decided(journal, "untold");
            read(journal, "undelivered", SWIFT);
            decided(journal, "undelivered");
            told(journal, "undelivered");
            reading(journal, "unread", SWIFT);
            read(journal, "another", OTHER);
            long before = rows(journal);

            for (Purpose purpose : List.of(Purpose.RAW, Purpose.DECISIONS, Purpose.REPLIES, Purpose.ITEMS)) {
                assertThat(purge(journal, rule(purpose, 50)))
                        .as(purpose.word())
                        .returns(0L, Purged::removed)
                        .returns(4L, Purged::held)
                        .returns(0L, Purged::remaining);
            }
            assertThat(rows(journal)).isEqualTo(before);
            assertThat(journal.purging().records(9)).isEmpty();

            decided(journal, "undecided");
            told(journal, "untold");
            journal.outbox().delivered(List.of("reply of untold", "reply of undelivered"), NOON);
            assertThat(purge(journal, rule(Purpose.ITEMS, 50)).removed()).isEqualTo(2);
        }
    }

    @Test
    default void documents_of_decisions_and_replies_may_go_before_the_items() {
        try (Journal journal = open()) {
            ended(journal, "i1");
            String item = ItemId.of("i1", 2);
            assertThat(purge(journal, rule(Purpose.DECISIONS, 1)).removed()).isEqualTo(1);
            assertThat(journal.decisions().payload(item, "risk", "r2")).contains(new byte[0]);
            assertThat(journal.decisions().of(item)).hasSize(2);
            assertThat(purge(journal, rule(Purpose.REPLIES, 1)).removed()).isEqualTo(1);
            assertThat(journal.replies().of("i1")).isEmpty();
            assertThat(journal.items().statuses(item)).hasSize(2);
            // the second time there is nothing left to do
            assertThat(purge(journal, rule(Purpose.DECISIONS, 1)).removed()).isZero();
            assertThat(purge(journal, rule(Purpose.REPLIES, 1)).removed()).isZero();
        }
    }

    @Test
    default void a_file_goes_when_the_last_row_that_names_it_is_gone(@TempDir Path folder) throws IOException {
        try (Journal journal = open()) {
            RawStore raws = RawStore.open(folder, journal);
            byte[] bytes = {1, 2, 3};
            goes(journal, raws, new Kept(raws.put(bytes), null), () -> {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
                    }
                }
                raws.put(bytes);
            });
        }
    }

    @Test
    default void small_bytes_go_when_the_last_row_that_names_them_is_gone(@TempDir Path folder) throws IOException {
        try (Journal journal = open()) {
            RawStore raws = RawStore.open(folder, journal);
            Kept small = raws.take(new byte[] {1, 2, 3});
            goes(
                    journal,
                    raws,
                    small,
                    () -> journal.write(tx -> {
                        small.in(tx, after(1));
                        return null;
                    }));
        }
    }

    /** Something that may fail. */
    interface Again {
        void comes() throws IOException;
    }

    private static void goes(Journal journal, RawStore raws, Kept kept, Again again) throws IOException {
        RawBytes bytes = kept.raw();
        for (PartnerId partner : List.of(SWIFT, OTHER)) {
            String id = "of " + partner;
            journal.interchanges().receive(new Arrival(id, partner, Wire.SFTP, id, "", kept, NOON, List.of(), null));
            journal.interchanges().claim(NODE, 9, after(60), NOON);
            journal.interchanges()
                    .reading(id, NODE, FORMAT, "v7", new Interchanges.Heard("", java.util.Map.of(), List.of()), false);
            journal.interchanges().finish(id, NODE, 0, NOON);
        }
        purge(journal, rule(Purpose.RAW, 1));
        assertThat(journal.interchanges().find("of " + SWIFT)).isPresent();
        assertThat(journal.purging().sweep(raws, LATER)).isZero();
        raws.open(bytes).close();

        purge(journal, new PurgeRule(OTHER, Purpose.RAW, after(1)));
        // it came again just now: its row may be on its way
        again.comes();
        assertThat(journal.purging().sweep(raws, NOON)).isZero();
        raws.open(bytes).close();

        assertThat(journal.purging().sweep(raws, LATER)).isEqualTo(1);
        assertThatThrownBy(() -> raws.open(bytes)).isInstanceOf(NoSuchFileException.class);
        assertThat(journal.purging().sweep(raws, LATER)).isZero();
    }

    @Test
    default void a_message_whose_receipt_is_owed_keeps_its_proof() throws Exception {
        try (Journal journal = open()) {
            for (As2State state : As2State.values()) {
                journal.as2()
                        .put(
                                new As2Message(
                                        SWIFT,
                                        true,
                                        "<" + state + ">",
                                        "s",
                                        "m",
                                        Sample.raw("p"),
                                        NOON,
                                        new byte[] {1},
                                        state,
                                        "",
                                        0),
                                null);
            }
            Purged purged = purge(journal, rule(Purpose.PROOFS, 1));
            assertThat(purged)
                    .returns(4L, Purged::removed)
                    .returns(3L, Purged::held)
                    .returns(0L, Purged::remaining)
                    .returns(digest("<ANSWERED>", "<RECEIPTED>", "<REFUSED>", "<SENT>"), Purged::digest);
            assertThat(journal.as2().find(SWIFT, true, "<AWAITED>")).isPresent();
            assertThat(journal.as2().find(SWIFT, true, "<SENT>")).isEmpty();
        }
    }
}
