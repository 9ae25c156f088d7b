package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customsgateway.route.MatchContract.changed;
import static org.customsgateway.route.MatchContract.matched;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customsgateway.journal.DecisionEntry;
import org.customsgateway.journal.StatusEntry;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;
import org.junit.jupiter.api.Test;

/** Legs that come to nothing, and orders that are taken back. */
interface MatchEndsContract {

    /** The same database every time within one test, empty at its start: a second call is a second node. */
    MatchDesk desk() throws Exception;

    @Test
    default void a_declared_order_is_withdrawn_and_its_payment_and_parcel_are_free_for_another() throws Exception {
        try (MatchDesk desk = desk()) {
            Map<String, JsonNode> documents = matched(desk, "1");
            desk.send("order", "cancel", changed(documents, "order", "/action", "cancel"));
            assertThat(desk.handedOver("cancel-0000001").properties()).containsEntry("declarationFunction", "1");
            assertThat(desk.handedOver("cancel-0000001").xml())
                    .contains("<FunctionCode>13</FunctionCode>")
                    .contains("<ID>order1-0000001</ID><TypeCode>929</TypeCode>");
            assertThat(sum(desk)).isEmpty();

            desk.send("order", "anew", changed(documents, "order", "/note", "on second thoughts"));
            assertThat(desk.handedOver("anew-0000001").properties())
                    .containsEntry("declarationFunction", "9")
                    .containsEntry("matchPayment", "payment1-0000001");
        }
    }

    @Test
    default void what_waits_is_cancelled_at_once() throws Exception {
        try (MatchDesk desk = desk()) {
            Map<String, JsonNode> documents = MatchCase.examples("1");
            desk.send("order", "order", documents.get("order"));
            desk.send("payment", "payment", documents.get("payment"));
            desk.send("payment", "no", changed(documents, "payment", "/action", "cancel"));
            desk.send("logistics", "logistics", documents.get("logistics"));
            assertThat(desk.status("no-0000001")).isEqualTo("CANCELLED");
            assertThat(desk.wasHandedOver("order-0000001")).isFalse();

            desk.send("order", "cancel", changed(documents, "order", "/action", "cancel"));
            assertThat(desk.status("cancel-0000001")).isEqualTo("CANCELLED");
            desk.send("payment", "anew", changed(documents, "payment", "/note", "paid after all"));
            desk.send("order", "again", changed(documents, "order", "/note", "ordered after all"));
            assertThat(desk.handedOver("again-0000001").properties()).containsEntry("matchPayment", "anew-0000001");
        }
    }

    @Test
    default void a_leg_whose_time_is_up_waits_as_long_as_its_order() throws Exception {
        try (MatchDesk desk = desk()) {
            Map<String, JsonNode> documents = MatchCase.examples("1");
            desk.send("payment", "payment", documents.get("payment"));
            desk.clock.forward(Duration.ofHours(20));
            desk.send("order", "order", documents.get("order"));
            desk.clock.forward(Duration.ofHours(10));
            desk.match.overdue();
            assertThat(desk.status("payment-0000001")).isEqualTo("RECEIVED PENDING_MATCH");

            desk.clock.forward(Duration.ofHours(14));
            desk.match.overdue();
            assertThat(desk.status("payment-0000001")).isEqualTo("REJECTED MATCH_TIMEOUT");
            assertThat(desk.status("order-0000001")).isEqualTo("REJECTED MATCH_TIMEOUT");
            assertThat(desk.journal.items().statuses("order-0000001").get(1).reasonText())
                    .endsWith("Missing: logistics.");

            desk.send("logistics", "logistics", documents.get("logistics"));
            desk.send("payment", "payment2nd", changed(documents, "payment", "/documentId", "p-2"));
            desk.send("order", "order2nd", changed(documents, "order", "/documentId", "o-2"));
            assertThat(desk.status("order2nd-0000001")).isEqualTo("ACCEPTED MATCHED");
        }
    }

    @Test
    default void the_orders_of_a_person_in_a_year_are_added_up_and_taken_back_when_refused() throws Exception {
        try (MatchDesk desk = desk()) {
            for (int n = 1; n <= 5; n++) {
                chinese(desk, "o" + n, "5000.00");
            }
            assertThat(sum(desk)).containsExactly("2026 CNY 25000.00");
            chinese(desk, "six", "1000.01");
            assertThat(desk.status("order-six-0000001")).isEqualTo("REJECTED LIMIT_EXCEEDED");
            chinese(desk, "seven", "1000.00");
            assertThat(desk.status("order-seven-0000001"))
                    .as("the lines do not come to that")
                    .isEqualTo("ACCEPTED_WITH_WARNINGS MATCHED");

            var at = desk.clock.instant();
            var refusal = Answer.of(Outcome.REJECTED).toJson();
            desk.journal
                    .decisions()
                    .decide(
                            List.of(new DecisionEntry(
                                    "order-o1-0000001", "risk", "r", "03", refusal, true, at, at, new byte[0])),
                            standing -> Optional.of(new StatusEntry(Status.of(StatusCode.REJECTED, at), true)));
            assertThat(sum(desk)).containsExactly("2026 CNY 21000.00");
            chinese(desk, "eight", "5000.00");
            assertThat(desk.status("order-eight-0000001")).isEqualTo("ACCEPTED_WITH_WARNINGS MATCHED");

            // customs thinks better of it
            desk.journal
                    .decisions()
                    .decide(
                            List.of(new DecisionEntry(
                                    "order-o1-0000001", "risk", "r2", "08", refusal, true, at, at, new byte[0])),
                            standing -> Optional.of(new StatusEntry(Status.of(StatusCode.ACCEPTED, at), true)));
            assertThat(sum(desk)).containsExactly("2026 CNY 31000.00");
        }
    }

    private static void chinese(MatchDesk desk, String number, String amount) {
        Map<String, JsonNode> documents = new MatchCase(
                        "",
                        List.of(
                                "order/consignee/address/country=\"CN\"",
                                "order/currency=\"CNY\"",
                                "payment/currency=\"CNY\"",
                                "order/goodsValue=\"" + amount + "\"",
                                "order/amountPaid=\"" + amount + "\"",
                                "payment/amount=\"" + amount + "\"",
                                "order/freight=null",
                                "order/insurance=null",
                                "order/discount=null",
                                "order/taxTotal=null"),
                        Map.of(),
                        "")
                .documents(number);
        for (String leg : List.of("order", "payment")) {
            String person = leg.equals("order") ? "/buyer/identity/number" : "/payer/identity/number";
            MatchCase.change(documents.get(leg), person, TextNode.valueOf("one person"));
            MatchCase.change(documents.get(leg), "/documentId", TextNode.valueOf(number));
        }
        MatchCase.change(documents.get("order"), "/buyer/identity/verified", BooleanNode.FALSE);
        documents.forEach((leg, document) -> desk.send(leg, leg + "-" + number, document));
    }

    private static List<String> sum(MatchDesk desk) {
        return desk.journal.read(tx -> tx.rows(
                "SELECT year, currency, amount FROM year_sum WHERE amount <> '0.00'",
                row -> row.number() + " " + row.text() + " " + row.text()));
    }
}
