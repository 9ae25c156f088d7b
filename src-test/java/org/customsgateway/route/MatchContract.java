package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.customsgateway.journal.Leg;
import org.customsgateway.journal.LegState;
import org.customsgateway.match.MatchFiles;
import org.junit.jupiter.api.Test;

/** What the match must hold to, whatever database is under it. */
interface MatchContract {

    /** The same database every time within one test, empty at its start: a second call is a second node. */
    MatchDesk desk() throws Exception;

    @Test
    default void whoever_comes_last_the_declaration_is_the_same() throws Exception {
        try (MatchDesk desk = desk()) {
            List<String> declarations = new ArrayList<>();
            for (List<String> order : MatchCase.permutations(List.of("order", "payment", "logistics"))) {
                String run = "run" + declarations.size();
                Map<String, JsonNode> documents = MatchCase.examples(run);
                for (String leg : order) {
                    desk.send(leg, leg + run, documents.get(leg));
                }
                // the same buyer each time: how often it was seen differs
                declarations.add(desk.handedOver("order" + run + "-0000001")
                        .xml()
                        .replace(run, "RUN")
                        .replaceAll(
                                "<AdditionalInformation><StatementCode>GW-(SENDER|CONSIGNEE|BUNDLE)<.*?</AdditionalInformation>",
                                ""));
            }
            assertThat(declarations).hasSize(6);
            assertThat(declarations.stream().distinct()).hasSize(1);
            assertThat(declarations.get(0))
                    .contains("<Payer><Name>Ana Exemplo</Name>")
                    .contains("<StatementCode>PAYMENT-TIME</StatementCode>")
                    .contains("<ModeCode>4</ModeCode>")
                    .contains("<TypeCode>704</TypeCode>")
                    .containsOnlyOnce("<TypeCode>703</TypeCode>")
                    .containsOnlyOnce("<StatementCode>PAYMENT-ID</StatementCode>")
                    .containsOnlyOnce("<FunctionCode>9</FunctionCode>");
            assertThat(desk.journal.items().declaration("orderrun0-0000001").orElseThrow())
                    .asString()
                    .isEqualTo(desk.handedOver("orderrun0-0000001").xml());
        }
    }

    @Test
    default void three_firms_at_once_make_one_declaration_of_each_order() throws Exception {
        int orders = 12;
        try (MatchDesk one = desk();
                MatchDesk other = desk()) {
            ExecutorService threads = Executors.newFixedThreadPool(3);
            CyclicBarrier together = new CyclicBarrier(3);
            List<Future<?>> senders = new ArrayList<>();
            for (String leg : List.of("order", "payment", "logistics")) {
                MatchDesk desk = leg.equals("payment") ? other : one;
                senders.add(threads.submit(() -> {
                    for (int n = 0; n < orders; n++) {
                        together.await();
                        desk.send(leg, leg + n, MatchCase.examples("n" + n).get(leg));
                    }
                    return null;
                }));
            }
            for (Future<?> sender : senders) {
                sender.get();
            }
            threads.shutdown();
            List<String> declared = new ArrayList<>();
            one.risk.forEach(each -> declared.add(each.declarationId()));
            other.risk.forEach(each -> declared.add(each.declarationId()));
            assertThat(declared).hasSize(orders).doesNotHaveDuplicates();
            for (int n = 0; n < orders; n++) {
                for (String leg : List.of("order", "payment", "logistics")) {
                    assertThat(one.codes(leg + n + "-0000001")).containsExactly("RECEIVED", "ACCEPTED");
                }
            }
        }
    }

    @Test
    default void who_dies_between_the_last_leg_and_the_join_leaves_it_to_the_sweep() throws Exception {
        try (MatchDesk desk = desk()) {
            Map<String, JsonNode> documents = MatchCase.examples("1");
            desk.send("order", "order", documents.get("order"));
            desk.send("payment", "payment", documents.get("payment"));
            desk.dies();
            desk.send("logistics", "logistics", documents.get("logistics"));
            desk.lives();
            desk.match.sweep();
            assertThat(desk.wasHandedOver("order-0000001"))
                    .as("others may still be at it")
                    .isFalse();

            desk.clock.forward(Duration.ofSeconds(11));
            desk.match.sweep();
            desk.match.sweep();

            assertThat(desk.handedOver("order-0000001").properties()).containsEntry("match", "matched");
            assertThat(desk.status("logistics-0000001")).isEqualTo("ACCEPTED MATCHED");
            assertThat(desk.journal.legs().overlooked(desk.clock.instant().plusSeconds(99), 9))
                    .isEmpty();
        }
    }

    @Test
    default void an_amendment_before_the_match_takes_the_place_of_what_it_amends() throws Exception {
        try (MatchDesk desk = desk()) {
            Map<String, JsonNode> documents = MatchCase.examples("1");
            desk.send("order", "order", documents.get("order"));
            desk.send("payment", "wrong", changed(documents, "payment", "/amount", "1.00"));
            desk.send("payment", "right", documents.get("payment"));
            desk.send("order", "order2nd", changed(documents, "order", "/note", "ring twice"));
            desk.send("logistics", "logistics", documents.get("logistics"));

            assertThat(desk.wasHandedOver("order-0000001")).isFalse();
            assertThat(desk.handedOver("order2nd-0000001").xml())
                    .contains("ring twice")
                    .contains("<FunctionCode>9</FunctionCode>")
                    .doesNotContain("929");
            assertThat(state(desk, "wrong-0000001")).isEqualTo(LegState.REPLACED);
            assertThat(desk.status("right-0000001")).isEqualTo("ACCEPTED MATCHED");
        }
    }

    @Test
    default void after_the_match_the_order_can_be_amended_and_the_others_cannot() throws Exception {
        try (MatchDesk desk = desk()) {
            Map<String, JsonNode> documents = matched(desk, "1");
            desk.send("payment", "late", changed(documents, "payment", "/note", "another note"));
            assertThat(desk.status("late-0000001")).isEqualTo("REJECTED MATCH_CLOSED");

            desk.send("order", "again", changed(documents, "order", "/note", "ring twice"));
            assertThat(desk.handedOver("again-0000001").properties())
                    .containsEntry("declarationFunction", "5")
                    .containsEntry("declarationVersion", "2")
                    .containsEntry("matchPayment", "payment1-0000001");
            assertThat(desk.handedOver("again-0000001").xml())
                    .contains("<FunctionCode>13</FunctionCode>")
                    .contains("<ID>order1-0000001</ID><TypeCode>929</TypeCode>");

            desk.send("order", "bad", changed(documents, "order", "/freight", "99.00"));
            assertThat(desk.status("bad-0000001")).isEqualTo("REJECTED AMOUNT_MISMATCH");
            assertThat(state(desk, "again-0000001"))
                    .as("what was declared stands")
                    .isEqualTo(LegState.JOINED);
        }
    }

    @Test
    default void another_partner_cannot_send_what_one_has_sent() throws Exception {
        try (MatchDesk desk = desk()) {
            Map<String, JsonNode> documents = MatchCase.examples("1");
            desk.send("order", "order", documents.get("order"));
            desk.send("order2", "strange", documents.get("order"));
            desk.send("payment", "payment", documents.get("payment"));
            desk.send("logistics", "logistics", documents.get("logistics"));
            desk.send("payment2", "strange2", documents.get("payment"));
            assertThat(desk.status("strange-0000001")).isEqualTo("REJECTED DUPLICATE");
            assertThat(desk.status("strange2-0000001")).isEqualTo("REJECTED DUPLICATE");
            assertThat(desk.status("order-0000001")).isEqualTo("ACCEPTED MATCHED");

            desk.send("payment", "same", JsonNodeFactory.instance.arrayNode().add(documents.get("payment")));
            assertThat(desk.status("same-0000001")).as("the same again").isEqualTo("DUPLICATE");
        }
    }

    @Test
    default void of_two_partners_the_earlier_has_it_and_the_later_is_told_whichever_is_journaled_first()
            throws Exception {
        try (MatchDesk desk = desk()) {
            Map<String, JsonNode> documents = MatchCase.examples("1");
            desk.send("order2", "b-later", documents.get("order"));
            desk.send("order", "a-earlier", documents.get("order"));
            desk.send("payment", "payment", documents.get("payment"));
            desk.send("logistics", "logistics", documents.get("logistics"));

            assertThat(desk.status("b-later-0000001")).isEqualTo("REJECTED DUPLICATE");
            assertThat(desk.status("a-earlier-0000001")).isEqualTo("ACCEPTED MATCHED");
        }
    }

    @Test
    default void what_another_partner_has_sent_twice_and_nobody_has_looked_at_stops_nothing() throws Exception {
        try (MatchDesk desk = desk()) {
            Map<String, JsonNode> documents = MatchCase.examples("1");
            desk.send("order", "order", documents.get("order"));
            desk.send("order2", "strange", documents.get("order"));
            desk.dies();
            desk.send("order2", "stranger", changed(documents, "order", "/note", "once more"));
            desk.lives();
            desk.send("payment", "payment", documents.get("payment"));
            desk.send("logistics", "logistics", documents.get("logistics"));

            assertThat(desk.status("order-0000001")).isEqualTo("ACCEPTED MATCHED");
        }
    }

    @Test
    default void a_partner_without_match_declares_at_once() throws Exception {
        try (MatchDesk desk = desk()) {
            desk.send("atonce", "order", MatchCase.examples("1").get("order"));
            assertThat(desk.handedOver("order-0000001").properties()).doesNotContainKey("match");
            assertThat(desk.status("order-0000001")).isEqualTo("RECEIVED");

            desk.send("atonce", "cancel", changed(MatchCase.examples("1"), "order", "/action", "cancel"));
            assertThat(desk.handedOver("cancel-0000001").properties()).containsEntry("declarationFunction", "1");
        }
    }

    /** The three examples, declared. */
    static Map<String, JsonNode> matched(MatchDesk desk, String number) {
        Map<String, JsonNode> documents = MatchCase.examples(number);
        documents.forEach((leg, document) -> desk.send(leg, leg + number, document));
        assertThat(desk.status("order" + number + "-0000001")).isEqualTo("ACCEPTED MATCHED");
        return documents;
    }

    static JsonNode changed(Map<String, JsonNode> documents, String leg, String pointer, String value) {
        return MatchCase.change(documents.get(leg).deepCopy(), pointer, TextNode.valueOf(value));
    }

    private static LegState state(MatchDesk desk, String item) {
        return desk.journal.legs().find(item).map(Leg::state).orElseThrow();
    }

    static MatchFiles files() {
        return MatchFiles.open(Path.of("mappings/_shared/match"), Books.POSITIONS);
    }
}
