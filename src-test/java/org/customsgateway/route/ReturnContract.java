package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customsgateway.route.ReturnDesk.back;
import static org.customsgateway.route.ReturnDesk.order;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.customsgateway.message.Problem;
import org.junit.jupiter.api.Test;

/** What becomes of goods that come back, whatever database is under it. */
interface ReturnContract {

    ReturnDesk desk() throws Exception;

    @Test
    default void revenue_gets_the_link_and_what_was_assessed_and_risk_the_link() throws Exception {
        try (ReturnDesk desk = desk()) {
            String order = desk.send("shop", order().toString());
            desk.assesses(order);

            String back = desk.send("shop", back("R-1", 1).toString());

            assertThat(desk.status(back)).isEqualTo("RECEIVED");
            assertThat(desk.item(back).problems()).isEmpty();
            assertThat(desk.revenueGot(back).properties())
                    .containsEntry("return", "linked")
                    .containsAllEntriesOf(ReturnDesk.assessed(order))
                    .containsEntry("returnDecision", "revenue DUTIABLE of " + order);
            assertThat(desk.handedOver(back).properties())
                    .containsEntry("returnOf", order)
                    .doesNotContainKeys("returnAssessment", "returnTotal");
            assertThat(desk.revenueGot(back).xml())
                    .contains("<PreviousDocument><CategoryCode>Z</CategoryCode><ID>" + order + "</ID>")
                    .contains("<CurrentCode>10</CurrentCode><PreviousCode>40</PreviousCode>");
            assertThat(told(desk, order)).contains("RETURNED by " + back);
            assertThat(told(desk, back)).contains("RETURN of " + order);
        }
    }

    @Test
    default void an_order_that_is_not_released_is_linked_and_nothing_is_assessed_yet() throws Exception {
        try (ReturnDesk desk = desk()) {
            String order = desk.send("waiting", order().toString());
            String back = desk.send("waiting", back("R-1", 1).toString());

            assertThat(desk.revenueGot(back).properties())
                    .containsEntry("returnOf", order)
                    .containsEntry("returnOfStatus", "RECEIVED")
                    .containsEntry("returnAssessment", "none")
                    .doesNotContainKey("returnTotal");
        }
    }

    @Test
    default void what_was_released_without_duties_says_so() throws Exception {
        try (ReturnDesk desk = desk()) {
            String order = desk.send("shop", order().toString());
            desk.decides(order, "revenue", Answer.of(Outcome.RELEASE));

            assertThat(returned(desk, "shop", back("R-1", 1))).containsEntry("returnAssessment", "free");
        }
    }

    @Test
    default void an_amended_order_keeps_what_was_assessed_until_it_is_assessed_anew() throws Exception {
        try (ReturnDesk desk = desk()) {
            desk.assesses(desk.send("shop", order().toString()));
            String amended =
                    desk.send("shop", order().put("note", "other words").toString());

            assertThat(returned(desk, "shop", back("R-1", 1)))
                    .containsEntry("returnOf", amended)
                    .containsEntry("returnTotal", "12.50 EUR");
        }
    }

    @Test
    default void what_nobody_knows_is_warned_of_referred_or_rejected_as_agreed() throws Exception {
        try (ReturnDesk desk = desk()) {
            String warned = desk.send("shop", back("R-1", 1).toString());
            assertThat(desk.status(warned)).isEqualTo("RECEIVED");
            assertThat(rules(desk, warned)).containsExactly("RETURN-UNKNOWN");
            assertThat(desk.item(warned).problems().get(0).pointer().toString())
                    .isEqualTo("return[1]/original/orderNo (1:141)");
            assertThat(desk.revenueGot(warned).properties())
                    .containsEntry("return", "unknown")
                    .containsEntry("returnCodes", "RETURN-UNKNOWN")
                    .containsEntry("warnings", "RETURN-UNKNOWN")
                    .doesNotContainKeys("returnOf", "returnAssessment");
            assertThat(told(desk, warned)).contains("RETURN of what is not known here");

            String referred = desk.send("careful", back("R-1", 1).toString());
            assertThat(desk.codes(referred)).containsExactly("RECEIVED", "UNDER_REVIEW");
            assertThat(desk.status(referred)).isEqualTo("UNDER_REVIEW RETURN-UNKNOWN");
            desk.decides(referred, "revenue", Answer.of(Outcome.ACCEPTED));
            assertThat(desk.status(referred)).isEqualTo("UNDER_REVIEW RETURN-UNKNOWN");

            String rejected = desk.send("strict", back("R-1", 1).toString());
            assertThat(desk.status(rejected)).isEqualTo("REJECTED");
            assertThat(desk.item(rejected).problems()).allMatch(Problem::rejects);
            assertThat(desk.wasHandedOver(rejected)).isFalse();
        }
    }

    @Test
    default void nobody_sees_what_another_partner_has_declared_unless_that_is_agreed() throws Exception {
        try (ReturnDesk desk = desk()) {
            String order = desk.send("shop", order().toString());

            assertThat(returned(desk, "rival", back("R-1", 1))).containsEntry("return", "unknown");
            assertThat(returned(desk, "agent", back("R-1", 1)))
                    .containsEntry("returnOf", order)
                    .containsEntry("returnOfPartner", "shop");
        }
    }

    @Test
    default void an_order_of_another_platform_under_the_same_number_is_another_order() throws Exception {
        try (ReturnDesk desk = desk()) {
            desk.send("shop", order().toString());
            ObjectNode back = back("R-1", 1);
            ((ObjectNode) back.get("platform")).put("id", "ANOTHER");

            assertThat(returned(desk, "shop", back)).containsEntry("return", "unknown");
        }
    }

    @Test
    default void what_was_refused_never_came_in() throws Exception {
        try (ReturnDesk desk = desk()) {
            String order = desk.send("shop", order().toString());
            desk.decides(order, "risk", Answer.of(Outcome.REJECTED));

            assertThat(returned(desk, "shop", back("R-1", 1))).containsEntry("returnCodes", "RETURN-ENDED");
        }
    }

    @Test
    default void more_than_came_in_is_held_against_all_returns_together() throws Exception {
        try (ReturnDesk desk = desk()) {
            int all = order().get("lines").get(0).get("quantity").asInt();
            desk.send("shop", order().toString());
            String first = desk.send("shop", back("R-1", all).toString());
            String second = desk.send("shop", back("R-2", 1).toString());

            assertThat(desk.status(first)).isEqualTo("RECEIVED");
            assertThat(desk.status(second)).isEqualTo("UNDER_REVIEW RETURN-MORE");
            assertThat(desk.item(second).problems().get(0).pointer().path()).isEqualTo("return[1]/goods[1]/quantity");
            assertThat(desk.revenueGot(second).properties()).containsEntry("returnNumber", "2");

            // the first is made smaller: what stands of it counts, and room is for another
            desk.send("shop", back("R-1", all - 1).toString());
            assertThat(desk.status(
                            desk.send("shop", back("R-2", 1).put("note", "n").toString())))
                    .isEqualTo("RECEIVED");
            // and withdrawn
            desk.send("shop", back("R-1", all - 1).put("action", "cancel").toString());
            assertThat(desk.status(desk.send("shop", back("R-3", all - 1).toString())))
                    .isEqualTo("RECEIVED");
        }
    }

    @Test
    default void goods_that_did_not_come_in_and_more_worth_than_came_in_are_seen() throws Exception {
        try (ReturnDesk desk = desk()) {
            desk.send("strict", order().toString());
            ObjectNode strange = back("R-1", 1);
            ((ObjectNode) strange.get("goods").get(0)).put("sku", "SOMETHING-ELSE");
            assertThat(rules(desk, desk.send("strict", strange.toString()))).containsExactly("RETURN-GOODS");

            ObjectNode dear = back("R-2", 1);
            ((ObjectNode) dear.get("goods").get(0)).put("totalPrice", "5000.00");
            assertThat(rules(desk, desk.send("strict", dear.toString()))).containsExactly("RETURN-VALUE");
            assertThat(desk.status(desk.send("strict", back("R-3", 1).toString())))
                    .isEqualTo("RECEIVED");
        }
    }

    @Test
    default void the_same_return_again_is_a_duplicate_and_two_of_one_batch_are_counted_together() throws Exception {
        try (ReturnDesk desk = desk()) {
            int all = order().get("lines").get(0).get("quantity").asInt();
            desk.send("shop", order().toString());
            String batch = "{\"returns\":[" + back("R-1", all) + "," + back("R-2", 1) + "]}";
            String first = desk.send("shop", batch);

            assertThat(desk.status(first)).isEqualTo("RECEIVED");
            assertThat(desk.status(first.replace("-0000001", "-0000002"))).isEqualTo("UNDER_REVIEW RETURN-MORE");
            assertThat(desk.status(desk.send("shop", "[" + back("R-1", all) + "]")))
                    .startsWith("DUPLICATE");
        }
    }

    @Test
    default void returns_that_come_at_once_do_not_pass_each_other() throws Exception {
        try (ReturnDesk desk = desk()) {
            int all = order().get("lines").get(0).get("quantity").asInt();
            desk.send("shop", order().toString());
            List<CompletableFuture<String>> sent = new ArrayList<>();
            for (int n = 0; n < 4; n++) {
                String number = "R-" + n;
                String document = back(number, all).toString();
                sent.add(CompletableFuture.supplyAsync(() -> desk.send("shop", "AT-ONCE-" + number, document)));
            }
            List<String> statuses =
                    sent.stream().map(CompletableFuture::join).map(desk::status).toList();
            assertThat(statuses).containsOnlyOnce("RECEIVED");
        }
    }

    private static Map<String, String> returned(ReturnDesk desk, String partner, ObjectNode document) {
        return desk.revenueGot(desk.send(partner, document.toString())).properties();
    }

    private static List<String> rules(ReturnDesk desk, String item) {
        return desk.item(item).problems().stream().map(Problem::rule).toList();
    }

    private static List<String> told(ReturnDesk desk, String item) {
        return desk.journal.history().ofItem(item).stream()
                .map(line -> line.what() + " " + line.detail())
                .toList();
    }
}
