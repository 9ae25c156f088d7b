package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.customsgateway.journal.Database;
import org.customsgateway.journal.HandOver;
import org.customsgateway.match.MatchFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items on their way to the back-ends of a table of their own. */
class RoutedItemTest {

    private static final String HEAD = String.join(",", RoutingRow.COLUMNS) + "\n";

    @TempDir
    Path folder;

    private Desk desk;
    private String item;

    @BeforeEach
    void open() throws IOException {
        item = Files.readString(Path.of("src-test/golden/upu-itmatt/accepts-a-sale-under-ioss/input.xml"));
        table("""
                risk,*,*,*,*,*,*,*,all,,
                revenue,*,*,*,*,*,*,*,all,,
                post-security,*,*,*,POST,*,>15 EUR,*,all,,
                statistics,*,*,*,*,*,*,*,all,,
                """);
        desk = new Desk(
                folder,
                Database.embedded(folder.resolve("journal.db")),
                MatchFiles.open(Path.of("mappings/_shared/match")),
                Map.of("post", "name: P\nkind: post\nformats: [upu-itmatt]\nwires: { queue: {} }\n"),
                RoutingTableTest.BACK_ENDS,
                folder.resolve("routing.csv"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void table(String rows) throws IOException {
        Files.writeString(folder.resolve("routing.csv"), HEAD + rows);
    }

    private Stream<String> got(String backEnd) {
        return desk.got(backEnd).stream().map(Desk.HandedOver::declarationId);
    }

    @Test
    void each_back_end_of_the_table_gets_it_and_a_copy_awaits_nothing() {
        String id = desk.send("post", "I1", item);
        for (String backEnd : List.of("risk", "revenue", "post-security", "statistics")) {
            assertThat(got(backEnd)).as(backEnd).containsExactly(id);
        }
        desk.clock.forward(Duration.ofDays(9));
        assertThat(desk.journal.handOvers().overdue(desk.clock.instant(), 9))
                .extracting(HandOver::backend)
                .containsExactlyInAnyOrder("risk", "revenue", "post-security");
    }

    @Test
    void an_edit_of_the_table_counts_for_the_next_item_and_a_faulty_one_does_not() throws IOException {
        table("police,*,*,*,*,*,*,*,all,,\n");
        desk.routing.look();
        assertThat(desk.journal.alarms().open("ROUTING")).containsExactly("mappings/_shared/routing.csv");
        desk.send("post", "I1", item);
        assertThat(got("revenue")).hasSize(1);

        table("risk,*,*,*,*,*,*,*,all,,\n");
        desk.routing.look();
        assertThat(desk.journal.alarms().open("ROUTING")).isEmpty();
        desk.send("post", "I2", item.replace("CV473124829FR", "CV473124832FR"));
        assertThat(got("risk")).hasSize(2);
        assertThat(got("revenue")).hasSize(1);
    }

    @Test
    void who_has_the_version_before_gets_the_amendment_too() {
        desk.send("post", "I1", item);
        String amended = desk.send("post", "I2", item.replace("19.90", "14.90"));
        assertThat(desk.item(amended).version()).isEqualTo(2);
        assertThat(got("post-security")).as("worth less than its row asks").hasSize(2);
        assertThat(got("statistics")).hasSize(2);
    }

    @Test
    void where_nobody_would_decide_the_item_waits_for_the_table_to_be_mended() throws IOException {
        table("statistics,*,*,*,*,*,*,*,all,,\n");
        desk.routing.look();
        assertThatThrownBy(() -> desk.send("post", "I1", item)).hasMessageContaining("no back-end decides");
        assertThat(got("statistics")).isEmpty();
    }
}
