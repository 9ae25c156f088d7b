package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.customsgateway.mapping.Drawer;
import org.customsgateway.mapping.Formats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditAlarmsTest {

    @TempDir
    Path folder;

    @Test
    void a_faulty_edit_is_told_until_it_is_mended() throws IOException {
        Path home = Drawer.copy(folder.resolve("home"));
        Path mapping = home.resolve("mappings/parcels/format.yaml");
        Path partner = folder.resolve("partners/post-a.yaml");
        try (Books books = new Books(folder).partner("post-a", "parcels", "");
                Formats formats = Drawer.open(home)) {
            var alarms = new EditAlarms(books.partners(), formats, books.journal, books.clock);
            alarms.look();
            assertThat(books.alarms()).isEmpty();

            String goodPartner = Files.readString(partner);
            String goodMapping = Files.readString(mapping);
            Files.writeString(partner, goodPartner + "colour: red\n");
            books.partners().look();
            Files.writeString(mapping, goodMapping + "colour: red\n");
            formats.reload();
            alarms.look();
            assertThat(books.alarms())
                    .containsExactlyInAnyOrder(
                            "PARTNER-FAULT post-a.yaml", "MAPPING-FAULT mappings/parcels/format.yaml");
            assertThat(books.alarmText("PARTNER-FAULT")).contains("post-a.yaml:5: colour: ");
            assertThat(books.alarmText("MAPPING-FAULT")).contains("mappings/parcels/format.yaml:");

            Files.writeString(partner, goodPartner);
            books.partners().look();
            Files.writeString(mapping, goodMapping);
            formats.reload();
            // another run has forgotten what it raised
            new EditAlarms(books.partners(), formats, books.journal, books.clock).look();
            assertThat(books.alarms()).isEmpty();
        }
    }
}
