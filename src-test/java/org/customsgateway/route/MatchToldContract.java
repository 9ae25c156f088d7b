package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customsgateway.route.MatchContract.changed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customsgateway.journal.DecisionEntry;
import org.customsgateway.journal.Leg;
import org.customsgateway.journal.Matching;
import org.customsgateway.journal.Settlement;
import org.customsgateway.journal.StatusEntry;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;
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

    @Test
    default void while_an_amendment_waits_its_sender_is_told_of_what_is_declared() throws Exception {
        try (MatchDesk desk = desk()) {
            Map<String, JsonNode> documents = MatchCase.examples("1");
            documents.forEach((leg, document) -> desk.send(leg, leg, document));
            desk.dies();
            desk.send("order", "bad", changed(documents, "order", "/freight", "99.00"));
            decided(desk, "order-0000001", StatusCode.HELD, Outcome.HOLD);
            assertThat(desk.feed("order")).endsWith("order-0000001 HELD");

            desk.lives();
            desk.clock.forward(Duration.ofSeconds(11));
            desk.match.sweep();
            assertThat(desk.status("bad-0000001")).isEqualTo("REJECTED AMOUNT_MISMATCH");
            desk.send("order", "good", changed(documents, "order", "/note", "ring twice"));
            decided(desk, "order-0000001", StatusCode.RELEASED, Outcome.RELEASE);
            assertThat(desk.feed("order")).as("declared anew").endsWith("good-0000001 ACCEPTED");
        }
    }

    @Test
    default void of_two_partners_the_one_that_came_first_has_sent_it_whoever_is_read_first() throws Exception {
        try (MatchDesk desk = desk()) {
            Map<String, JsonNode> documents = MatchCase.examples("1");
            desk.send("payment2", "later1", changed(documents, "payment", "/note", "one"));
            desk.send("payment2", "later2", changed(documents, "payment", "/note", "two"));
            desk.send("payment", "early", documents.get("payment"));
            assertThat(desk.status("later2-0000001")).isEqualTo("REJECTED DUPLICATE");

            desk.send("order", "order", documents.get("order"));
            desk.send("logistics", "logistics", documents.get("logistics"));
            assertThat(desk.handedOver("order-0000001").properties()).containsEntry("matchPayment", "early-0000001");
        }
    }

    /** Read, decided by risk, and only then committed: what was taken back must not be taken back again. */
    @Test
    default void an_order_that_is_refused_while_it_is_looked_at_is_looked_at_again() throws Exception {
        try (MatchDesk desk = desk()) {
            MatchCase.examples("1").forEach((leg, document) -> desk.send(leg, leg, document));
            List<Leg> read = List.copyOf(
                    desk.journal.legs().around(List.of("order-0000001")).values());
            assertThat(read).anyMatch(leg -> leg.counted() != null);
            decided(desk, "order-0000001", StatusCode.REJECTED, Outcome.REJECTED);

            var nothing = new Matching(read, null, sum -> Settlement.of(List.of()));
            Instant now = desk.clock.instant();
            assertThat(desk.journal.legs().settle(List.of(nothing), null, List.of(), now, now))
                    .isEmpty();
        }
    }

    private static void decided(MatchDesk desk, String item, StatusCode code, Outcome outcome) {
        Instant at = desk.clock.instant();
        String ref = code.name();
        var entry =
                new DecisionEntry(item, "risk", ref, "00", Answer.of(outcome).toJson(), true, at, at, new byte[0]);
        desk.journal
                .decisions()
                .decide(List.of(entry), standing -> Optional.of(new StatusEntry(Status.of(code, at), true, true)));
    }
}
