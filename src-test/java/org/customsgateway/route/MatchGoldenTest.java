package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs every line of {@code src-test/golden/_shared/match/cases.txt} in every order in which its documents may come. */
class MatchGoldenTest {

    @TempDir
    private static Path folder;

    private static MatchDesk desk;

    @BeforeAll
    static void open() throws IOException {
        desk = new MatchDesk(folder);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @TestFactory
    Stream<DynamicTest> golden() throws IOException {
        return MatchCase.all().stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> inAnyOrder(one)));
    }

    private static void inAnyOrder(MatchCase one) {
        int n = 0;
        for (List<String> order :
                MatchCase.permutations(List.copyOf(one.documents("").keySet()))) {
            String number = Integer.toHexString(one.name().hashCode()) + n++;
            Map<String, String> items = send(one.documents(number), order, number);
            if (items.size() < 3) {
                assertThat(desk.status(items.values().iterator().next())).isEqualTo("RECEIVED PENDING_MATCH");
                desk.clock.forward(Duration.ofHours(25));
                desk.match.overdue();
            }
            items.forEach((leg, item) -> assertThat(desk.status(item))
                    .as("%s, %s", leg, order)
                    .isEqualTo(one.outcome().get(leg)));
            assertThat(evidence(items.get("order"))).as("%s", order).isEqualTo(one.evidence());
        }
    }

    private static Map<String, String> send(Map<String, JsonNode> documents, List<String> order, String number) {
        Map<String, String> items = new LinkedHashMap<>();
        for (String leg : order) {
            items.put(leg, desk.send(leg, leg + "-" + number, documents.get(leg)));
        }
        return items;
    }

    private static String evidence(String order) {
        if (order == null || !desk.wasHandedOver(order)) {
            return "-";
        }
        Map<String, String> properties = desk.handedOver(order).properties();
        return (properties.get("match") + " " + properties.get("matchCodes")).strip();
    }
}
