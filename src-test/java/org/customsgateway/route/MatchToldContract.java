package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever sends a leg is told what becomes of it, whatever happens meanwhile. */
interface MatchToldContract {

    /** The same database every time within one test, empty at its start: a second call is a second node. */
    MatchDesk desk() throws Exception;

    @Test
    default void what_the_match_says_is_fetched_by_all_three() throws Exception {
        try (MatchDesk desk = desk()) {
            MatchCase.examples("1").forEach((leg, document) -> desk.send(leg, leg, document));
            for (String leg : List.of("order", "payment", "logistics")) {
                assertThat(desk.feed(leg)).containsExactly(leg + "-0000001 RECEIVED", leg + "-0000001 ACCEPTED");
            }
        }
    }
}
