package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customsgateway.route.ReturnDesk.back;
import static org.customsgateway.route.ReturnDesk.order;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What revenue decides after a return was linked. */
interface ReturnUpdatesContract {

    ReturnDesk desk() throws Exception;

    @Test
    default void what_is_assessed_after_the_return_was_linked_is_told_to_revenue_with_the_link_and_once()
            throws Exception {
        try (ReturnDesk desk = desk()) {
            String order = desk.send("shop", order().toString());
            String back = desk.send("shop", back("R-1", 1).toString());
            desk.updates.sweep();
            assertThat(all(desk, back))
                    .singleElement()
                    .satisfies(first -> assertThat(first.properties())
                            .containsEntry("returnAssessment", "none")
                            .doesNotContainKey("returnUpdate"));

            desk.assesses(order);
            desk.updates.sweep();
            desk.updates.sweep();

            assertThat(all(desk, back)).hasSize(2);
            Desk.HandedOver again = all(desk, back).get(1);
            assertThat(again.properties())
                    .containsAllEntriesOf(ReturnDesk.assessed(order))
                    .containsKey("returnUpdate");
            assertThat(again.xml()).isEqualTo(all(desk, back).get(0).xml());
            desk.handedOver(back); // risk got it once
            assertThat(desk.status(back)).isEqualTo("RECEIVED");

            desk.clock.forward(Duration.ofSeconds(1));
            desk.assessesAnew(order);
            desk.updates.sweep();
            assertThat(all(desk, back)).hasSize(3);
            assertThat(all(desk, back).get(2).properties())
                    .containsEntry("returnTaxes", "1:B00=20.00 EUR")
                    .containsEntry("returnTotal", "20.00 EUR");

            desk.clock.forward(Duration.ofSeconds(1));
            desk.decides(order, "risk", Answer.of(Outcome.CLOSED));
            desk.updates.sweep();
            assertThat(all(desk, back)).hasSize(3);
        }
    }

    @Test
    default void of_an_amended_order_both_versions_are_looked_at() throws Exception {
        try (ReturnDesk desk = desk()) {
            desk.send("shop", order().toString());
            String back = desk.send("shop", back("R-1", 1).toString());
            String amended =
                    desk.send("shop", order().put("note", "other words").toString());
            desk.assesses(amended);
            desk.updates.sweep();
            assertThat(all(desk, back)).hasSize(2);
            assertThat(all(desk, back).get(1).properties()).containsEntry("returnTotal", "12.50 EUR");
        }
    }

    @Test
    default void nothing_is_told_of_a_return_that_was_replaced_withdrawn_or_refused() throws Exception {
        try (ReturnDesk desk = desk()) {
            String order = desk.send("shop", order().toString());
            String replaced = desk.send("shop", back("R-1", 1).toString());
            String stands = desk.send("shop", back("R-1", 2).toString());
            String refused = desk.send("shop", back("R-2", 1).toString());
            desk.decides(refused, "risk", Answer.of(Outcome.REJECTED));
            String withdrawn = desk.send("shop", back("R-3", 1).toString());
            desk.send("shop", back("R-3", 1).put("action", "cancel").toString());

            desk.assesses(order);
            desk.updates.sweep();

            for (String item : List.of(replaced, refused, withdrawn)) {
                assertThat(all(desk, item)).hasSize(1);
            }
            assertThat(all(desk, stands)).hasSize(2);
        }
    }

    @Test
    default void news_wait_for_a_broker_that_is_away() throws Exception {
        try (ReturnDesk desk = desk()) {
            String order = desk.send("shop", order().toString());
            String back = desk.send("shop", back("R-1", 1).toString());
            desk.assesses(order);
            var away = new BackEndQueues(
                    desk.journal,
                    messages -> {
                        throw new IOException("away");
                    },
                    desk.routing,
                    desk.clock);
            new ReturnUpdates(desk.journal, desk.routing, away).sweep();
            assertThat(all(desk, back)).hasSize(1);

            desk.updates.sweep();
            assertThat(all(desk, back)).hasSize(2);
        }
    }

    @Test
    default void news_that_a_view_cannot_show_hold_up_no_other_and_are_alarmed_until_it_can() throws Exception {
        try (ReturnDesk desk = desk()) {
            String order = desk.send("shop", order().toString());
            String stuck = desk.send("shop", back("R-1", 1).toString());
            String behind = desk.send("shop", back("R-2", 1).toString());
            String view = "UPDATE hand_over SET shown = ? WHERE item_id = ? AND backend = 'revenue'";
            desk.journal.write(tx -> tx.update(view, "gone", stuck));
            desk.assesses(order);

            desk.updates.sweep();
            desk.handOff.sweep();
            assertThat(all(desk, stuck)).hasSize(1);
            assertThat(all(desk, behind)).hasSize(2);
            assertThat(desk.journal.alarms().open("VIEW")).containsExactly("gone");

            desk.journal.write(tx -> tx.update(view, "", stuck));
            desk.updates.sweep();
            assertThat(all(desk, stuck)).hasSize(2);
            assertThat(desk.journal.alarms().open(9)).isEmpty();
        }
    }

    private static List<Desk.HandedOver> all(ReturnDesk desk, String item) {
        return desk.revenue.stream()
                .filter(each -> each.declarationId().equals(item))
                .toList();
    }
}
