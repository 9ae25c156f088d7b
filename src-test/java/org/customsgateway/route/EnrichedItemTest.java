package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.customsgateway.journal.Database;
import org.customsgateway.journal.Tally;
import org.customsgateway.match.MatchFiles;
import org.customsgateway.message.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichedItemTest {

    @TempDir
    Path folder;

    @Test
    void both_back_ends_get_what_was_added_in_the_document_and_beside_it() throws IOException {
        String item = Files.readString(Path.of("src-test/golden/upu-itmatt/accepts-a-sale-under-ioss/input.xml"))
                .replace("<Country>FR</Country>", "<Country>CN</Country>")
                .replace("<OriginPost>FRCDGA<", "<OriginPost>CNCANA<");
        try (Desk desk = desk("")) {
            desk.send("post", "I1", item);
            assertThat(desk.risk).hasSize(1).allSatisfy(declared -> {
                assertThat(declared.properties())
                        .containsEntry("addedTariff", "EXISTS")
                        .containsEntry("addedValue", "19.90 EUR")
                        .containsEntry("addedRelief", "flat 3 EUR")
                        .containsEntry("addedRegime", "IOSS")
                        .containsEntry("addedCategory", "3")
                        .containsEntry("addedCollector", "vendor")
                        .containsEntry("addedPlausible", "fits")
                        .containsEntry("addedAmounts", "19.90 EUR")
                        .containsEntry("addedDuty", "3.00 EUR")
                        .containsEntry("addedTax", "0.00 EUR")
                        .containsEntry("addedDue", "3.00 EUR")
                        .containsEntry("addedIdentifiers", "missing")
                        .doesNotContainKeys("addedDeclarant", "addedOffice", "addedTrustedSeller")
                        .hasEntrySatisfying("addedBy", by -> assertThat(by).contains("EN-REGIME regimes "));
                assertThat(declared.xml())
                        .contains(
                                "<StatementCode>GW-REGIME</StatementCode><StatementDescription>IOSS: vat of EU collected by vendor, H7 [EN-REGIME; regimes ");
                assertThat(Desk.WCO.validateDeclaration(declared.xml().getBytes(StandardCharsets.UTF_8)))
                        .isEmpty();
            });
            assertThat(desk.revenue.get(0).xml()).isEqualTo(desk.risk.get(0).xml());
        }
    }

    private Desk desk(String more) throws IOException {
        return new Desk(
                folder,
                Database.embedded(folder.resolve("journal.db")),
                MatchFiles.open(Path.of("mappings/_shared/match"), Books.POSITIONS),
                Map.of(
                        "post",
                        "name: P\nkind: post\n" + more + "formats: [upu-itmatt, upu-cusitm]\nwires: { queue: {} }\n"));
    }

    private static String vague() throws IOException {
        return Files.readString(Path.of("src-test/golden/upu-itmatt/accepts-a-sale-under-ioss/input.xml"))
                .replaceFirst("<Description>[^<]*<", "<Description>Auto parts<");
    }

    @Test
    void the_partner_is_told_in_its_language_and_risk_that_it_is_to_look() throws IOException {
        try (Desk desk = desk("language: fr\n")) {
            String item = desk.send("post", "I1", vague());
            assertThat(desk.item(item).problems()).singleElement().satisfies(problem -> {
                assertThat(problem.rule()).isEqualTo("QD-STOP-WORD");
                assertThat(problem.severity()).isEqualTo(Severity.WARN);
                assertThat(problem.pointer().path()).isEqualTo("Item[1]/ContentPiece[1]/Description");
                assertThat(problem.pointer().line()).isPositive();
                assertThat(problem.wcoId()).isEqualTo("137");
                assertThat(problem.value()).isEqualTo("Auto parts");
                assertThat(problem.text()).startsWith("Cette désignation est trop vague");
                assertThat(problem.origin()).startsWith("mappings/reference/quality.csv:");
            });
            assertThat(desk.status(item)).isEqualTo("RECEIVED");
            assertThat(desk.journal.items().statuses(item).get(0).problems())
                    .isEqualTo(desk.item(item).problems());
            assertThat(desk.risk).singleElement().satisfies(declared -> {
                assertThat(declared.properties())
                        .containsEntry("quality", "refer")
                        .containsEntry("qualityRules", "refer:QD-STOP-WORD")
                        .containsEntry("warnings", "QD-STOP-WORD");
                assertThat(declared.xml())
                        .contains(
                                "<StatementCode>GW-QUALITY</StatementCode><StatementDescription>refer: This says too little about"
                                        + " the goods. Say what they are: kind, material, use. (goods item 1) [QD-STOP-WORD; quality ");
                assertThat(Desk.WCO.validateDeclaration(declared.xml().getBytes(StandardCharsets.UTF_8)))
                        .isEmpty();
            });
        }
    }

    @Test
    void what_is_found_is_counted_and_a_repetition_is_not() throws IOException {
        String late = Files.readString(
                        Path.of("src-test/golden/upu-cusitm/accepts-a-cn-23-with-everything-on-it/input.xml"))
                .replace("2026-11-21T06:00:00Z", "2026-11-21T11:59:59Z");
        try (Desk desk = desk("")) {
            desk.send("post", "I1", vague());
            desk.send("post", "I2", vague().replaceFirst("<MessageReference>", "<MessageReference>AGAIN-"));
            desk.send("post", "I3", vague().replace("Auto parts", "Brake pads of steel"));
            desk.send("post", "I4", vague().replace("<MailClass>C<", "<MailClass>X<"));
            desk.send("post", "I5", late);
            LocalDate today = LocalDate.ofInstant(desk.clock.instant(), ZoneOffset.UTC);
            assertThat(desk.journal.quality().days("post", today, today))
                    .singleElement()
                    .satisfies(day -> {
                        assertThat(day.counts())
                                .containsEntry(Tally.ITEMS, 4L)
                                .containsEntry(Tally.REJECTED, 1L)
                                .containsEntry(Tally.AMENDED, 2L)
                                .containsEntry(Tally.INACCURATE, 1L)
                                .containsEntry(Tally.UNTIMELY, 1L)
                                .containsEntry(Tally.ARRIVING, 1L)
                                .doesNotContainKeys(Tally.EARLY, Tally.INCOMPLETE);
                        assertThat(day.faults())
                                .containsEntry("QD-STOP-WORD", 1L)
                                .containsEntry("QD-LATE", 1L)
                                .containsEntry("XSD-CODE", 1L);
                    });
        }
    }

    @Test
    void a_row_of_ones_own_makes_it_a_rejection_for_one_partner() throws IOException {
        try (Desk desk = desk("")) {
            desk.rejectsVagueWordsOf("post");
            String item = desk.send("post", "I1", vague());
            assertThat(desk.status(item)).isEqualTo("REJECTED");
            assertThat(desk.item(item).problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.rejects()).isTrue());
            assertThat(desk.wasHandedOver(item)).isFalse();
            String mended = desk.send("post", "I2", vague().replace("Auto parts", "Brake pads of steel"));
            assertThat(desk.status(mended)).isEqualTo("RECEIVED");
        }
    }
}
