package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.customsgateway.journal.Database;
import org.customsgateway.match.MatchFiles;
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
        try (Desk desk = new Desk(
                folder,
                Database.embedded(folder.resolve("journal.db")),
                MatchFiles.open(Path.of("mappings/_shared/match")),
                Map.of("post", "name: P\nkind: post\nformats: [upu-itmatt]\nwires: { queue: {} }\n"))) {
            desk.send("post", "I1", item);
            assertThat(desk.risk).hasSize(1).allSatisfy(declared -> {
                assertThat(declared.properties())
                        .containsEntry("addedTariff", "EXISTS")
                        .containsEntry("addedValue", "19.90 EUR")
                        .containsEntry("addedRelief", "flat 3 EUR")
                        .containsEntry("addedRegime", "IOSS")
                        .containsEntry("addedCategory", "3")
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
}
