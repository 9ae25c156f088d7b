package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.customsgateway.journal.Database;
import org.customsgateway.journal.Decided;
import org.customsgateway.journal.DecisionEntry;
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
        Files.createDirectories(folder.resolve("views"));
        item = Files.readString(Path.of("src-test/golden/upu-itmatt/accepts-a-sale-under-ioss/input.xml"));
        table("""
                risk,*,*,*,*,*,*,*,all,-,,
                revenue,*,*,*,*,*,*,*,all,-,,
                post-security,*,*,*,POST,*,>15 EUR,*,all,-,,
                statistics,*,*,*,*,*,*,*,all,-,,
                """);
        desk = new Desk(
                folder,
                Database.embedded(folder.resolve("journal.db")),
                MatchFiles.open(Path.of("mappings/_shared/match"), Books.POSITIONS),
                Map.of("post", "name: P\nkind: post\nformats: [upu-itmatt]\nwires: { queue: {} }\n"),
                RoutingTableTest.BACK_ENDS,
                folder);
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
        table("police,*,*,*,*,*,*,*,all,-,,\n");
        desk.routing.look();
        assertThat(desk.journal.alarms().open("ROUTING")).containsExactly("mappings/_shared/routing.csv");
        desk.send("post", "I1", item);
        assertThat(got("revenue")).hasSize(1);

        table("risk,*,*,*,*,*,*,*,all,-,,\n");
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
    void an_agency_is_shown_what_its_view_keeps_and_no_more() throws IOException {
        Files.copy(Path.of("mappings/_shared/views/mail-security.yaml"), folder.resolve("views/mail-security.yaml"));
        table("risk,*,*,*,*,*,*,*,all,-,,\npost-security,*,*,*,*,*,*,*,mail-security,-,,\n");
        desk.routing.look();
        desk.send("post", "I1", item);
        assertThat(desk.got("risk").get(0).xml()).contains("<InvoiceAmount", "IM0000000001");
        assertThat(desk.got("post-security")).hasSize(1).allSatisfy(shown -> {
            assertThat(shown.xml()).contains("Jan Voorbeeld").doesNotContain("<InvoiceAmount", "IM0000000001", "19.90");
            assertThat(shown.properties()).containsKey("partnerKind").doesNotContainKeys("partner", "itemKey");
            assertThat(Desk.WCO.validateDeclaration(shown.xml().getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
        });
    }

    @Test
    void what_an_authority_would_not_take_waits_until_its_stylesheet_is_mended() throws IOException {
        Path shipped = Path.of("mappings/_shared/views");
        Files.copy(shipped.resolve("uk-cds.yaml.example"), folder.resolve("views/uk-cds.yaml"));
        String stylesheet = Files.readString(shipped.resolve("uk-cds.xsl"));
        Files.writeString(folder.resolve("views/uk-cds.xsl"), stylesheet.replace(">TSP<", ">HS<"));
        table("risk,*,*,*,*,*,*,*,all,-,,\npost-security,*,*,*,*,*,*,*,uk-cds,-,,\n");
        desk.routing.look();
        String id = desk.send("post", "I1", item);
        assertThat(got("risk")).containsExactly(id);
        assertThat(got("post-security")).isEmpty();
        assertThat(desk.journal.alarms().open("VIEW")).containsExactly("uk-cds");

        Files.writeString(folder.resolve("views/uk-cds.xsl"), stylesheet);
        desk.routing.look();
        desk.clock.forward(Duration.ofMinutes(1));
        desk.handOff.sweep();
        desk.updates.sweep();
        assertThat(desk.got("post-security"))
                .hasSize(1)
                .allSatisfy(shown -> assertThat(shown.xml())
                        .contains("<FunctionalReferenceID>" + id.replace("-", ""), "<CurrentCode>1H7"));
        assertThat(desk.journal.alarms().open("VIEW")).isEmpty();
    }

    @Test
    void revenue_gets_it_when_risk_lets_it_go_and_then_has_all_its_time() throws IOException {
        table("risk,*,*,*,*,*,*,*,all,-,,\nrevenue,*,*,*,*,*,*,*,all,risk:RELEASE,,\n");
        desk.routing.look();
        String id = desk.send("post", "I1", item);
        desk.clock.forward(Duration.ofHours(3));
        assertThat(decides(id, "r1", Outcome.HOLD).free()).isEmpty();
        desk.handOff.sweep();
        assertThat(got("revenue")).isEmpty();

        desk.handOff.free(decides(id, "r2", Outcome.RELEASE).free());
        assertThat(got("revenue")).containsExactly(id);
        assertThat(decides(id, "r3", Outcome.RELEASE).free()).as("once").isEmpty();
        desk.clock.forward(Duration.ofHours(3));
        assertThat(desk.journal.handOvers().overdue(desk.clock.instant(), 9)).isEmpty();
        desk.clock.forward(Duration.ofHours(2));
        assertThat(desk.journal.handOvers().overdue(desk.clock.instant(), 9)).hasSize(1);
    }

    @Test
    void what_a_crash_left_between_the_decision_and_the_hand_over_is_found() throws IOException {
        table("risk,*,*,*,*,*,*,*,all,-,,\nrevenue,*,*,*,*,*,*,*,all,risk:RELEASE,,\n");
        desk.routing.look();
        String id = desk.send("post", "I1", item);
        decides(id, "r1", Outcome.RELEASE);
        desk.clock.forward(Duration.ofMinutes(1));
        desk.handOff.sweep();
        assertThat(got("revenue")).containsExactly(id);
    }

    @Test
    void of_a_version_that_was_amended_nothing_goes_on() throws IOException {
        table("risk,*,*,*,*,*,*,*,all,-,,\nrevenue,*,*,*,*,*,*,*,all,risk:RELEASE,,\n");
        desk.routing.look();
        String first = desk.send("post", "I1", item);
        String second = desk.send("post", "I2", item.replace("19.90", "14.90"));
        assertThat(decides(first, "r1", Outcome.RELEASE).free()).isEmpty();
        assertThat(decides(second, "r2", Outcome.RELEASE).free()).containsExactly(second);
    }

    private Decided decides(String id, String ref, Outcome outcome) {
        var at = desk.clock.instant();
        String answer = Answer.of(outcome).toJson();
        var entry = new DecisionEntry(id, "risk", ref, "00", answer, outcome.ends(), at, at, new byte[0]);
        return desk.journal
                .decisions()
                .decide(
                        List.of(entry),
                        standing -> Optional.empty(),
                        (condition, standing) -> After.parse(condition).isDecided(standing));
    }

    @Test
    void where_nobody_would_decide_the_item_waits_for_the_table_to_be_mended() throws IOException {
        table("statistics,*,*,*,*,*,*,*,all,-,,\n");
        desk.routing.look();
        assertThatThrownBy(() -> desk.send("post", "I1", item)).hasMessageContaining("no back-end decides");
        assertThat(got("statistics")).isEmpty();
    }
}
