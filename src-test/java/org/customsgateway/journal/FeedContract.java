package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customsgateway.journal.Sample.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customsgateway.message.ItemId;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;
import org.customsgateway.message.Wire;
import org.junit.jupiter.api.Test;

/** What partners read of a journal by themselves, and what they set in it. */
interface FeedContract {

    /** The same database every time within one test, empty at its start: a second call is a second node. */
    Journal open();

    @Test
    default void a_feed_has_the_listed_statuses_of_one_partner_in_the_order_of_their_commits() {
        try (Journal journal = open()) {
            listed(journal, "i1", SWIFT, "K1", 1);
            listed(journal, "i2", OTHER, "K1", 1);
            listed(journal, "i3", SWIFT, "K3", 1);
            decide(journal, "i3", StatusCode.RELEASED, true);
            decide(journal, "i1", StatusCode.HELD, false);
            decide(journal, "i1", StatusCode.RELEASED, true);

            assertThat(shown(journal.feed().after(SWIFT, 0, 9)))
                    .containsExactly("1 i1 RECEIVED", "2 i3 RECEIVED", "3 i3 RELEASED", "4 i1 RELEASED");
            assertThat(shown(journal.feed().after(SWIFT, 1, 2))).containsExactly("2 i3 RECEIVED", "3 i3 RELEASED");
            assertThat(journal.feed().after(SWIFT, 4, 9)).isEmpty();
            assertThat(shown(journal.feed().after(OTHER, 0, 9))).containsExactly("1 i2 RECEIVED");
        }
    }

    @Test
    default void a_feed_tells_an_item_whole() {
        try (Journal journal = open()) {
            listed(journal, "i1", SWIFT, "K1", 1);

            Listed first = journal.feed().after(SWIFT, 0, 9).get(0);
            assertThat(first.format()).isEqualTo(FORMAT);
            assertThat(first.status().itemId()).isEqualTo(ItemId.of("i1", 1));
            assertThat(first.status().key()).isEqualTo(new ItemKey("K1", "2026-11-20"));
            assertThat(first.status().facts()).isEqualTo(Map.of("origin", "SGSINA", "class", "C"));
            assertThat(first.status().status().problems()).containsExactly(WARNING);
            assertThat(journal.feed().after(SWIFT, 0, 9)).hasSize(1);
        }
    }

    @Test
    default void of_an_amended_item_nothing_more_is_listed() {
        try (Journal journal = open()) {
            listed(journal, "i1", SWIFT, "K", 1);
            listed(journal, "i2", SWIFT, "K", 2);
            decide(journal, "i1", StatusCode.HELD, true);

            assertThat(shown(journal.feed().after(SWIFT, 0, 9))).containsExactly("1 i1 RECEIVED", "2 i2 RECEIVED");
        }
    }

    @Test
    default void an_interchange_is_found_by_its_mark_and_an_item_by_its_partners_number() {
        try (Journal journal = open()) {
            listed(journal, "i1", SWIFT, "K", 1);
            listed(journal, "i2", SWIFT, "K", 2);
            listed(journal, "i3", OTHER, "K", 1);

            assertThat(journal.interchanges().delivered(SWIFT, Wire.SFTP, "mark of i2"))
                    .map(Interchange::id)
                    .contains("i2");
            assertThat(journal.interchanges().delivered(OTHER, Wire.SFTP, "mark of i2"))
                    .isEmpty();
            assertThat(journal.interchanges().delivered(SWIFT, Wire.HTTP, "mark of i2"))
                    .isEmpty();
            assertThat(journal.items().ofKey(SWIFT, "K", 9))
                    .extracting(Item::interchangeId)
                    .containsExactly("i2", "i1");
            assertThat(journal.items().ofKey(SWIFT, "K", 1)).hasSize(1);
            assertThat(journal.items().find(List.of(ItemId.of("i3", 1), ItemId.of("i9", 1), ItemId.of("i3", 1))))
                    .extracting(Item::interchangeId)
                    .containsExactly("i3");
        }
    }

    @Test
    default void it_is_counted_no_further_than_asked_how_much_waits_to_be_read() {
        try (Journal journal = open()) {
            listed(journal, "i1", SWIFT, "K", 1);
            journal.interchanges().finish("i1", NODE, 1, NOON);
            for (String id : List.of("i2", "i3", "i4")) {
                journal.interchanges().receive(arrival(id, SWIFT, null, "content of " + id));
            }
            assertThat(journal.interchanges().waiting(2)).isEqualTo(2);
            assertThat(journal.interchanges().waiting(9)).isEqualTo(3);
        }
    }

    @Test
    default void a_setting_stays_until_it_is_replaced_or_removed() {
        try (Journal journal = open()) {
            assertThat(journal.settings().get("webhook.a")).isEmpty();
            journal.settings().put("webhook.a", "https://one.example/");
            journal.settings().put("webhook.a", "https://two.example/ı");
            journal.settings().put("webhook.b", "https://three.example/");
            journal.settings().remove("webhook.b");
            assertThat(journal.settings().get("webhook.a")).contains("https://two.example/ı");
            assertThat(journal.settings().get("webhook.b")).isEmpty();
        }
    }

    private static void listed(Journal journal, String interchange, PartnerId partner, String key, int version) {
        reading(journal, interchange, partner);
        ItemEntry plain = item(interchange, 1, key, version);
        journal.items()
                .journal(batch(
                        interchange,
                        partner,
                        List.of(new ItemEntry(
                                plain.id(),
                                1,
                                plain.key(),
                                plain.contentHash(),
                                version,
                                plain.facts(),
                                plain.problems(),
                                plain.declaration(),
                                plain.handOvers(),
                                List.of(new StatusEntry(
                                        Status.of(StatusCode.RECEIVED, NOON).with(List.of(WARNING)), false, true))))));
    }

    private static void decide(Journal journal, String interchange, StatusCode code, boolean listed) {
        Combiner says = standing -> Optional.of(new StatusEntry(Status.of(code, NOON), false, listed));
        String item = ItemId.of(interchange, 1);
        journal.decisions().decide(List.of(decision(item, "risk", interchange + code, "x", NOON)), says);
    }

    private static List<String> shown(List<Listed> feed) {
        return feed.stream()
                .map(one -> one.number() + " " + one.interchangeId() + " "
                        + one.status().status().code())
                .toList();
    }
}
