package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.customsgateway.route.MatchContract.changed;
import static org.customsgateway.route.MatchContract.matched;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.customsgateway.journal.QualityDay;
import org.customsgateway.journal.Tally;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Severity;
import org.junit.jupiter.api.Test;

/** An order that was matched is enriched and judged as any other item is. */
interface MatchQualityContract {

    /** The same database every time within one test, empty at its start: a second call is a second node. */
    MatchDesk desk() throws Exception;

    @Test
    default void both_back_ends_get_what_the_gateway_knows_in_the_document_and_beside_it() throws Exception {
        try (MatchDesk desk = desk()) {
            Map<String, JsonNode> documents = MatchCase.examples("1");
            desk.send("order", "order", changed(documents, "order", "/shipment/fromCountry", "CN"));
            desk.send("payment", "payment", documents.get("payment"));
            desk.send("logistics", "logistics", documents.get("logistics"));

            var declared = desk.handedOver("order-0000001");
            assertThat(declared.properties())
                    .containsEntry("addedTariff", "NOT_LISTED")
                    .containsEntry("addedValue", "54.95 EUR")
                    .containsEntry("addedCategory", "3")
                    .containsEntry("match", "matched")
                    .hasEntrySatisfying("addedBy", by -> assertThat(by).contains("EN-REGIME regimes "));
            assertThat(declared.xml())
                    .contains("<StatementCode>GW-VALUE</StatementCode><StatementDescription>54.95 EUR")
                    .contains("[EN-CATEGORY; de-minimis ");
            assertThat(Desk.WCO.validateDeclaration(declared.xml().getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
            assertThat(desk.revenueGot("order-0000001").xml()).isEqualTo(declared.xml());
            assertThat(desk.journal.items().declaration("order-0000001").orElseThrow())
                    .asString()
                    .isEqualTo(declared.xml());
        }
    }

    @Test
    default void who_has_sent_the_order_is_told_what_is_wrong_with_it_and_the_others_are_not() throws Exception {
        try (MatchDesk desk = desk()) {
            Map<String, JsonNode> documents = MatchCase.examples("1");
            desk.send("order", "order", vague(documents));
            desk.send("payment", "payment", documents.get("payment"));
            desk.send("logistics", "logistics", documents.get("logistics"));

            assertThat(desk.status("order-0000001")).isEqualTo("ACCEPTED_WITH_WARNINGS MATCHED");
            assertThat(problems(desk, "order-0000001")).singleElement().satisfies(problem -> {
                assertThat(problem.rule()).isEqualTo("QD-STOP-WORD");
                assertThat(problem.severity()).isEqualTo(Severity.WARN);
                assertThat(problem.pointer().path()).isEqualTo("order[1]/lines[1]/description");
                assertThat(problem.value()).isEqualTo("Auto parts");
            });
            for (String leg : List.of("payment-0000001", "logistics-0000001")) {
                assertThat(desk.status(leg)).isEqualTo("ACCEPTED MATCHED");
                assertThat(problems(desk, leg)).isEmpty();
            }
            assertThat(desk.handedOver("order-0000001").properties())
                    .containsEntry("quality", "refer")
                    .containsEntry("qualityRules", "refer:QD-STOP-WORD")
                    .containsEntry("warnings", "QD-STOP-WORD");
            assertThat(desk.handedOver("order-0000001").xml())
                    .contains("<StatementCode>GW-QUALITY</StatementCode><StatementDescription>refer: ");
        }
    }

    @Test
    default void of_another_firms_data_the_order_is_told_neither_place_nor_value() throws Exception {
        try (MatchDesk desk = desk()) {
            Map<String, JsonNode> documents = MatchCase.examples("1");
            desk.send("order", "order", changed(documents, "order", "/shipment/grossWeight", "0.760"));
            desk.send("payment", "payment", documents.get("payment"));
            desk.send("logistics", "logistics", changed(documents, "logistics", "/grossWeight", "0.740"));

            assertThat(problems(desk, "order-0000001")).singleElement().satisfies(problem -> {
                assertThat(problem.rule()).isEqualTo("QD-WEIGHT-SUM");
                assertThat(problem.value()).isEmpty();
                assertThat(problem.pointer().path()).isEqualTo("order[1]");
            });
        }
    }

    @Test
    default void it_is_counted_when_it_is_declared_and_once_whatever_happens() throws Exception {
        try (MatchDesk desk = desk()) {
            Map<String, JsonNode> documents = MatchCase.examples("1");
            desk.send("order", "order", vague(documents));
            desk.send("payment", "payment", documents.get("payment"));
            assertThat(today(desk, "order").faults()).isEmpty();
            desk.dies();
            desk.send("logistics", "logistics", documents.get("logistics"));
            desk.lives();
            desk.clock.forward(Duration.ofSeconds(11));
            desk.match.sweep();
            desk.match.sweep();

            QualityDay day = today(desk, "order");
            assertThat(day.counts()).containsOnly(Map.entry(Tally.ITEMS, 1L), Map.entry(Tally.INACCURATE, 1L));
            assertThat(day.faults()).containsOnly(Map.entry("QD-STOP-WORD", 1L));
            assertThat(today(desk, "logistics").counts()).containsOnly(Map.entry(Tally.ITEMS, 1L));
        }
    }

    @Test
    default void an_order_that_the_match_refuses_counts_as_rejected_by_its_rules() throws Exception {
        try (MatchDesk desk = desk()) {
            Map<String, JsonNode> documents = MatchCase.examples("1");
            desk.send("order", "order", vague(documents));
            desk.send("payment", "payment", changed(documents, "payment", "/amount", "1.00"));
            desk.send("logistics", "logistics", changed(documents, "logistics", "/grossWeight", "9.000"));
            assertThat(desk.status("order-0000001")).isEqualTo("REJECTED AMOUNT_MISMATCH");

            desk.send("order", "late", documents.get("order"));
            desk.send("order2", "taken", documents.get("order"));
            assertThat(desk.status("taken-0000001")).isEqualTo("REJECTED DUPLICATE");
            desk.send("order", "cancel", changed(documents, "order", "/action", "cancel"));

            assertThat(today(desk, "order").counts())
                    .containsOnly(Map.entry(Tally.ITEMS, 2L), Map.entry(Tally.REJECTED, 1L));
            assertThat(today(desk, "order").faults()).containsOnly(Map.entry("MATCH-AMOUNT", 1L));
            assertThat(today(desk, "order2").counts())
                    .containsOnly(Map.entry(Tally.ITEMS, 1L), Map.entry(Tally.REJECTED, 1L));
            assertThat(today(desk, "order2").faults()).containsOnly(Map.entry("MATCH-TAKEN", 1L));
            assertThat(today(desk, "payment").counts()).containsOnly(Map.entry(Tally.ITEMS, 1L));
        }
    }

    @Test
    default void an_order_whose_time_is_up_counts_as_rejected_once() throws Exception {
        try (MatchDesk desk = desk()) {
            desk.send("order", "order", MatchCase.examples("1").get("order"));
            desk.clock.forward(Duration.ofHours(25));
            desk.match.overdue();
            desk.match.overdue();

            assertThat(desk.status("order-0000001")).isEqualTo("REJECTED MATCH_TIMEOUT");
            LocalDate today = LocalDate.ofInstant(desk.clock.instant(), ZoneOffset.UTC);
            assertThat(desk.journal.quality().days("order", today, today).get(0).faults())
                    .containsOnly(Map.entry("MATCH-MISSING", 1L));
        }
    }

    @Test
    default void where_a_row_rejects_all_three_are_refused_and_may_come_again() throws Exception {
        try (MatchDesk desk = desk()) {
            desk.rejectsVagueWordsOf("order");
            Map<String, JsonNode> documents = MatchCase.examples("1");
            desk.send("order", "order", vague(documents));
            desk.send("payment", "payment", documents.get("payment"));
            desk.send("logistics", "logistics", documents.get("logistics"));

            assertThat(desk.wasHandedOver("order-0000001")).isFalse();
            assertThat(problems(desk, "order-0000001"))
                    .extracting(Problem::rule)
                    .containsExactly("MATCH-QUALITY", "QD-STOP-WORD");
            for (String leg : List.of("order", "payment", "logistics")) {
                assertThat(desk.status(leg + "-0000001")).isEqualTo("REJECTED DATA_QUALITY");
            }
            assertThat(problems(desk, "payment-0000001"))
                    .extracting(Problem::rule, Problem::value)
                    .containsExactly(tuple("MATCH-QUALITY", ""));
            assertThat(shares(desk)).isEmpty();
            assertThat(today(desk, "order").counts())
                    .containsOnly(Map.entry(Tally.ITEMS, 1L), Map.entry(Tally.REJECTED, 1L));

            desk.send("order", "order2nd", documents.get("order"));
            desk.send("payment", "payment2nd", changed(documents, "payment", "/documentId", "p-2"));
            desk.send("logistics", "logistics2nd", changed(documents, "logistics", "/documentId", "l-2"));
            assertThat(desk.status("order2nd-0000001")).isEqualTo("ACCEPTED MATCHED");
            assertThat(shares(desk)).containsExactly("66.45");
        }
    }

    @Test
    default void an_amendment_that_a_row_rejects_leaves_what_was_declared() throws Exception {
        try (MatchDesk desk = desk()) {
            desk.rejectsVagueWordsOf("order");
            Map<String, JsonNode> documents = matched(desk, "1");
            desk.send("order", "bad", vague(documents));
            assertThat(desk.status("bad-0000001")).isEqualTo("REJECTED DATA_QUALITY");
            assertThat(desk.journal.legs().find("order1-0000001").orElseThrow().joined())
                    .isTrue();
            assertThat(shares(desk)).containsExactly("66.45");
        }
    }

    private static JsonNode vague(Map<String, JsonNode> documents) {
        return changed(documents, "order", "/lines/0/description", "Auto parts");
    }

    private static List<Problem> problems(MatchDesk desk, String item) {
        var all = desk.journal.items().statuses(item);
        return all.get(all.size() - 1).problems();
    }

    private static QualityDay today(MatchDesk desk, String partner) {
        LocalDate today = LocalDate.ofInstant(desk.clock.instant(), ZoneOffset.UTC);
        return desk.journal.quality().days(partner, today, today).get(0);
    }

    private static List<String> shares(MatchDesk desk) {
        return desk.journal.read(
                tx -> tx.rows("SELECT amount FROM year_sum WHERE amount <> '0.00'", row -> row.text()));
    }
}
