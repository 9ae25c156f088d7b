package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customsgateway.journal.Sample.BOTH;
import static org.customsgateway.journal.Sample.CODES;
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
import static org.customsgateway.journal.Sample.with;
import static org.customsgateway.journal.Sample.withLeg;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customsgateway.message.ItemId;
import org.customsgateway.message.LegKind;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Purpose;
import org.junit.jupiter.api.Test;

/** What is kept no longer goes, all of it, and nothing else. */
interface PurgeContract {

    /** The same database every time within one test, empty at its start: a second call is a second node. */
    Journal open();

    static PurgeRule rule(Purpose purpose, long olderThan) {
        return new PurgeRule(SWIFT, purpose, after(olderThan));
    }

    /** Three items, read, of which the last has all that an item may have. */
    private static void read(Journal journal, String id, PartnerId partner) {
        read(journal, id, partner, new ReturnEntry(null, 0, false, null), LegState.JOINED);
    }

    private static void read(Journal journal, String id, PartnerId partner, ReturnEntry returned, LegState leg) {
        var order = new LegEntry(LegKind.ORDER, Map.of(LegKind.ORDER, id), Set.of(), false, after(60), Map.of());
        ItemEntry last = with(Sample.item(id, 3), Map.of("orderNo", id), Set.of(), List.of(), returned);
        reading(journal, id, partner);
        journal.items()
                .journal(batch(id, partner, List.of(Sample.item(id, 1), Sample.item(id, 2), withLeg(last, order))));
        journal.write(tx -> tx.update("UPDATE leg SET state = ? WHERE item_id = ?", leg, last.id())
                + tx.update("DELETE FROM leg_arrival WHERE interchange_id = ?", id));
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
        settled(journal, id);
    }

    private static void settled(Journal journal, String id) {
        decided(journal, id);
        told(journal, id);
        journal.outbox().delivered(List.of("reply of " + id), NOON);
    }

    static Purged purge(Journal journal, PurgeRule rule) {
        return journal.purging().purge(rule, after(100), () -> true);
    }

    static String digest(String... ids) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String id : ids) {
            digest.update((id + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static long rows(Journal journal) {
        long rows = 0;
        for (String table : List.of(
                "item",
                "declaration",
                "hand_over",
                "decision",
                "status",
                "leg",
                "alias",
                "returned",
                "interchange",
                "reply",
                "step")) {
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
    default void a_leg_that_waits_and_a_return_of_what_is_still_here_are_held() throws Exception {
        try (Journal journal = open()) {
            ended(journal, "original");
            read(journal, "back", SWIFT, new ReturnEntry(ItemId.of("original", 1), 1, false, null), LegState.JOINED);
            read(journal, "waiting", SWIFT, null, LegState.WAITING);
            read(journal, "unseen", SWIFT, null, LegState.JOINED);
            List.of("back", "waiting", "unseen").forEach(id -> settled(journal, id));
            journal.write(tx ->
                    tx.update("INSERT INTO leg_arrival (interchange_id, first, last, due) VALUES ('unseen', 3, 3, 0)"));

            assertThat(purge(journal, rule(Purpose.ITEMS, 1)))
                    .returns(1L, Purged::removed)
                    .returns(3L, Purged::held);
            assertThat(purge(journal, rule(Purpose.ITEMS, 1)).digest()).isEqualTo(digest("back"));
            journal.write(tx -> tx.update("DELETE FROM leg_arrival WHERE interchange_id = 'unseen'")
                    + tx.update("UPDATE leg SET state = 'REJECTED' WHERE item_id = ?", ItemId.of("waiting", 3)));
            assertThat(purge(journal, rule(Purpose.ITEMS, 1)).removed()).isEqualTo(2);
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
}
