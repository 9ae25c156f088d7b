package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customsgateway.route.ReturnDesk.back;
import static org.customsgateway.route.ReturnDesk.toChina;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What goods that go back do to their buyer's year. */
interface ReturnYearContract {

    ReturnDesk desk() throws Exception;

    @Test
    default void what_customs_lets_go_back_is_taken_off_the_buyers_year_until_it_is_refused() throws Exception {
        try (ReturnDesk desk = desk()) {
            desk.imported();
            String back = desk.send("waiting", back("R-1", 1).toString());
            assertThat(desk.years()).containsExactly("66.45");

            // 12.50 of 54.95 came back
            desk.releases(back);
            assertThat(desk.status(back)).isEqualTo("RELEASED");
            assertThat(desk.years()).containsExactly("51.33");

            desk.clock.forward(Duration.ofSeconds(1));
            desk.decides(back, "risk", Answer.of(Outcome.REJECTED));
            assertThat(desk.years()).containsExactly("66.45");
        }
    }

    @Test
    default void all_that_goes_back_is_no_more_than_was_bought_whatever_becomes_of_the_order() throws Exception {
        try (ReturnDesk desk = desk()) {
            String order = desk.imported();
            for (String number : new String[] {"R-1", "R-2", "R-3", "R-4", "R-5"}) {
                desk.releases(desk.send("waiting", back(number, 2).toString()));
            }
            assertThat(desk.years()).containsExactly("0.00");

            desk.clock.forward(Duration.ofSeconds(1));
            desk.decides(order, "risk", Answer.of(Outcome.REJECTED));
            assertThat(desk.years()).containsExactly("0.00");
        }
    }

    @Test
    default void an_order_that_is_refused_after_a_part_came_back_takes_the_rest_with_it_and_brings_it_again()
            throws Exception {
        try (ReturnDesk desk = desk()) {
            String order = desk.imported();
            String back = desk.send("waiting", back("R-1", 1).toString());
            desk.releases(back);
            desk.clock.forward(Duration.ofSeconds(1));
            desk.decides(order, "risk", Answer.of(Outcome.REJECTED));
            assertThat(desk.years()).containsExactly("0.00");

            desk.clock.forward(Duration.ofSeconds(1));
            desk.decides(order, "risk", Answer.of(Outcome.CLOSED));
            assertThat(desk.status(order)).isNotEqualTo("REJECTED");
            assertThat(desk.years()).containsExactly("51.33");
        }
    }

    @Test
    default void of_a_return_in_several_versions_the_one_that_was_decided_last_counts() throws Exception {
        try (ReturnDesk desk = desk()) {
            desk.imported();
            desk.releases(desk.send("waiting", back("R-1", 1).toString()));
            String more = desk.send("waiting", back("R-1", 2).toString());
            assertThat(desk.years()).containsExactly("51.33");
            desk.releases(more);
            assertThat(desk.years()).containsExactly("36.22");

            String withdrawn =
                    desk.send("waiting", back("R-1", 2).put("action", "cancel").toString());
            desk.decides(withdrawn, "revenue", Answer.of(Outcome.CANCELLED));
            desk.decides(withdrawn, "risk", Answer.of(Outcome.CANCELLED));
            assertThat(desk.status(withdrawn)).isEqualTo("CANCELLED");
            assertThat(desk.years()).containsExactly("66.45");
        }
    }

    @Test
    default void an_order_that_is_amended_afterwards_counts_without_what_came_back() throws Exception {
        try (ReturnDesk desk = desk()) {
            desk.imported();
            String back = desk.send("waiting", back("R-1", 1).toString());
            desk.releases(back);
            String amended =
                    desk.send("waiting", toChina().put("note", "other words").toString());
            assertThat(desk.status(amended)).isEqualTo("ACCEPTED MATCHED");
            assertThat(desk.years()).containsExactly("51.33");

            desk.clock.forward(Duration.ofSeconds(1));
            desk.decides(back, "risk", Answer.of(Outcome.REJECTED));
            assertThat(desk.years()).containsExactly("66.45");
        }
    }

    @Test
    default void what_comes_too_late_or_to_a_country_that_knows_no_such_thing_changes_nothing() throws Exception {
        try (ReturnDesk desk = desk()) {
            desk.imported();
            desk.clock.forward(Duration.ofDays(30));
            desk.releases(desk.send("waiting", back("R-1", 1).toString()));
            assertThat(desk.years()).containsExactly("51.33");

            desk.clock.forward(Duration.ofSeconds(1));
            desk.releases(desk.send("waiting", back("R-2", 1).toString()));
            assertThat(desk.years()).containsExactly("51.33");
        }
    }
}
