package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.customsgateway.connector.KeepPolicy;
import org.customsgateway.journal.RawStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders of one buyer, one after the other, some of them matched: what back-ends learn of who sends and who gets them. */
class AcquaintancesTest {

    @TempDir
    Path folder;

    private MatchDesk desk;

    @BeforeEach
    void open() throws IOException {
        desk = new MatchDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** Goods of 54.95 EUR from China, where the threshold of 150 EUR has a meaning. */
    private static JsonNode order(String number) {
        return MatchContract.changed(MatchCase.examples(number), "order", "/shipment/fromCountry", "CN");
    }

    private static JsonNode other(JsonNode order, String pointer, String value) {
        return MatchCase.change(order, pointer, TextNode.valueOf(value));
    }

    private Map<String, String> told(String item) {
        return desk.handedOver(item).properties();
    }

    @Test
    void consignments_of_one_file_that_pass_the_threshold_together_are_told() {
        var orders = JsonNodeFactory.instance.arrayNode();
        orders.add(order("1")).add(order("2")).add(order("3"));
        desk.send("atonce", "one", orders);

        assertThat(told("one-0000001"))
                .containsEntry("addedConsignee", "NEW")
                .containsEntry("addedSender", "NEW")
                .doesNotContainKey("addedBundle");
        assertThat(told("one-0000002")).containsEntry("addedBundle", "2").containsEntry("addedConsignee", "2026-11-21");
        assertThat(told("one-0000003")).containsEntry("addedBundle", "3 above 150 EUR");
        assertThat(desk.handedOver("one-0000003").xml())
                .contains(
                        "3 above 150 EUR: items of this sender to this consignee on 2026-11-21: 164.85 EUR [EN-BUNDLE; ")
                .contains("2026-11-21: 3 in 2026: 164.85 EUR [EN-CONSIGNEE; ");
    }

    @Test
    void who_was_seen_before_is_known_and_another_is_not() {
        desk.send("atonce", "first", order("1"));
        desk.clock.forward(Duration.ofDays(2));
        desk.send("atonce", "again", other(order("2"), "/consignee/name", "RUI  exemplo"));
        desk.send("atonce", "other", other(order("3"), "/consignee/address/postcode", "4000-999"));

        assertThat(told("again-0000001"))
                .containsEntry("addedConsignee", "2026-11-21")
                .doesNotContainKey("addedBundle");
        assertThat(told("other-0000001"))
                .containsEntry("addedConsignee", "NEW")
                .containsEntry("addedSender", "2026-11-21");
    }

    @Test
    void what_is_sent_again_or_amended_counts_once() {
        desk.send("atonce", "first", order("1"));
        desk.send("atonce", "same", JsonNodeFactory.instance.arrayNode().add(order("1")));
        desk.send("atonce", "amended", other(order("1"), "/note", "ring twice"));
        desk.send("atonce", "next", order("2"));

        assertThat(desk.status("same-0000001")).isEqualTo("DUPLICATE");
        assertThat(told("next-0000001")).containsEntry("addedBundle", "2");
        assertThat(told("amended-0000001")).containsEntry("declarationFunction", "5");
    }

    @Test
    void who_was_seen_last_year_is_known_and_the_sums_begin_anew() {
        desk.send("atonce", "first", order("1"));
        desk.clock.forward(Duration.ofDays(60));
        desk.send("atonce", "next", order("2"));

        assertThat(desk.handedOver("next-0000001").xml()).contains("2026-11-21: 1 in 2027: 54.95 EUR [EN-CONSIGNEE; ");
    }

    @Test
    void an_order_that_is_matched_is_seen_when_it_is_declared() {
        Map<String, JsonNode> documents = MatchCase.examples("1");
        desk.send("order", "order", order("1"));
        desk.send("payment", "payment", documents.get("payment"));
        desk.send("atonce", "before", order("2"));
        assertThat(told("before-0000001")).containsEntry("addedConsignee", "NEW");
        desk.send("logistics", "logistics", documents.get("logistics"));
        assertThat(told("order-0000001")).containsEntry("addedBundle", "2");

        desk.send("order", "refused", other(order("3"), "/freight", "99.00"));
        MatchCase.examples("3").forEach((leg, document) -> {
            if (!leg.equals("order")) {
                desk.send(leg, leg + "3", document);
            }
        });
        assertThat(desk.status("refused-0000001")).isEqualTo("REJECTED AMOUNT_MISMATCH");
        desk.send("atonce", "after", order("4"));
        assertThat(told("after-0000001")).containsEntry("addedBundle", "3 above 150 EUR");
    }

    @Test
    void what_is_kept_of_parties_goes_in_its_time() throws IOException {
        desk.send("atonce", "first", order("1"));
        desk.clock.forward(Duration.ofDays(59));
        purge();
        assertThat(periods()).containsExactly("D2026-11-21", "Y2026");
        desk.clock.forward(Duration.ofDays(2));
        purge();
        assertThat(periods()).containsExactly("Y2026");
        desk.clock.forward(Duration.ofDays(365));
        purge();
        assertThat(periods()).isEmpty();
    }

    private void purge() throws IOException {
        RawStore raws = RawStore.open(folder.resolve("raw"), desk.journal);
        new Purge(desk.journal, raws, desk.partners, new KeepPolicy(Map.of()), "node-1", desk.clock).sweep();
    }

    private List<String> periods() {
        return desk.journal.read(
                tx -> tx.rows("SELECT DISTINCT period FROM sighting ORDER BY period", row -> row.text()));
    }
}
