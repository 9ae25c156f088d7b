package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.customsgateway.journal.Database;
import org.customsgateway.match.MatchFiles;
import org.customsgateway.message.StatusCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs every line of {@code src-test/golden/_shared/match/ceb-cases.txt} in every order in which its documents may come. */
class CebMatchTest {

    private static final Path GOLDEN = Path.of("src-test/golden");
    private static final Map<String, String> INPUTS = Map.of(
            "order", "cn-ceb-311/accepts-an-order-with-everything-in-it",
            "list", "cn-ceb-621/declares-a-list-with-everything-in-it",
            "payment", "cn-ceb-411/maps-a-payment-for-the-match",
            "waybill", "cn-ceb-511/maps-a-parcel-for-the-match");
    private static final String PARTNER = "name: P\nkind: platform\nformats: [%s]\nwires: { queue: {} }\n%s\n";

    @TempDir
    private static Path folder;

    private static Desk desk;

    private record Case(String name, List<String> documents, List<String> changes, List<String> told, String evidence) {

        static Case of(String line) {
            String[] cells = line.split("\\|", -1);
            return new Case(
                    cells[0].strip(),
                    parts(cells[1], ","),
                    parts(cells[2], ";"),
                    parts(cells[3], ";"),
                    cells[4].strip());
        }

        private static List<String> parts(String cell, String between) {
            return cell.isBlank() ? List.of() : List.of(cell.strip().split("\\s*" + between + "\\s*"));
        }

        /** All that tells it from other orders ends with the number; the changes are made after that. */
        String document(String name, String number) {
            String xml = golden(name)
                    .replaceAll(
                            "(<ceb:(orderNo|logisticsNo|payTransactionId|buyerIdNumber|payerIdNumber)>[^<]*)<",
                            "$1-" + number + "<");
            for (String change : changes) {
                String[] sides = change.split("[/=]", 3);
                if (sides[0].equals(name)) {
                    String element =
                            sides[2].isEmpty() ? "" : "<ceb:%1$s>%2$s</ceb:%1$s>".formatted(sides[1], sides[2]);
                    xml = xml.replaceFirst("<ceb:%1$s>[^<]*</ceb:%1$s>".formatted(sides[1]), element);
                }
            }
            return xml;
        }
    }

    private static String golden(String name) {
        try {
            return Files.readString(GOLDEN.resolve(INPUTS.get(name)).resolve("input.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void open() throws IOException {
        desk = new Desk(
                folder,
                Database.embedded(folder.resolve("journal.db")),
                MatchFiles.open(Path.of("mappings/_shared/match"), Books.POSITIONS),
                Map.of(
                        "order", PARTNER.formatted("cn-ceb-311", "match: { legs: [payment] }"),
                        "list", PARTNER.formatted("cn-ceb-621", "match: { legs: [payment, logistics] }"),
                        "atonce", PARTNER.formatted("cn-ceb-621", ""),
                        "payment", PARTNER.formatted("cn-ceb-411", ""),
                        "waybill", PARTNER.formatted("cn-ceb-511", "")));
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @TestFactory
    Stream<DynamicTest> golden() throws IOException {
        return Files.readAllLines(GOLDEN.resolve("_shared/match/ceb-cases.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Case::of)
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> inAnyOrder(one)));
    }

    private static void inAnyOrder(Case one) {
        int n = 0;
        for (List<String> order : MatchCase.permutations(one.documents())) {
            String number = Integer.toHexString(one.name().hashCode()) + n++;
            Map<String, String> items = new LinkedHashMap<>();
            for (String name : order) {
                items.put(name, desk.send(name, name + "-" + number, one.document(name, number)));
            }
            if (items.values().stream().anyMatch(CebMatchTest::waits)) {
                desk.clock.forward(Duration.ofHours(25));
                desk.match.overdue();
            }
            List<String> told = new ArrayList<>();
            one.documents().forEach(name -> told.add(desk.status(items.get(name))));
            assertThat(told).as("%s", order).isEqualTo(one.told());
            assertThat(evidence(items.get(one.documents().get(0))))
                    .as("%s", order)
                    .isEqualTo(one.evidence());
        }
    }

    private static boolean waits(String item) {
        return desk.item(item).status() == StatusCode.RECEIVED;
    }

    private static String evidence(String item) {
        if (!desk.wasHandedOver(item)) {
            return "-";
        }
        Map<String, String> properties = desk.handedOver(item).properties();
        return (properties.get("match") + " " + properties.get("matchCodes")).strip();
    }

    @Test
    void the_list_is_the_declaration_with_payer_and_waybill_in_it() {
        var whole = new Case("whole", List.of(), List.of(), List.of(), "");
        desk.send("waybill", "W-WHOLE", whole.document("waybill", "whole"));
        desk.send("payment", "P-WHOLE", whole.document("payment", "whole"));
        String list = desk.send("list", "L-WHOLE", whole.document("list", "whole"));

        assertThat(desk.handedOver(list).xml())
                .contains("<ID>WB-2026-000001-whole</ID><TypeCode>703</TypeCode>")
                .contains("<StatementDescription>PAY-2026-000001-whole</StatementDescription>")
                .contains("<Payer><Name>Example Buyer</Name>");
        assertThat(desk.item(list).format().value()).isEqualTo("cn-ceb-621");
    }

    @Test
    void a_list_of_a_partner_that_agreed_to_no_match_is_declared_at_once() {
        var alone = new Case("alone", List.of(), List.of(), List.of(), "");
        String list = desk.send("atonce", "L-ALONE", alone.document("list", "alone"));

        assertThat(desk.status(list)).isEqualTo("RECEIVED");
        assertThat(desk.handedOver(list).properties()).doesNotContainKey("match");
    }
}
