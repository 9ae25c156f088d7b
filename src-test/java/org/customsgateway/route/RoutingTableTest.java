package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.customsgateway.connector.BackEnd;
import org.customsgateway.connector.BackEndKind;
import org.customsgateway.connector.BackEnds;
import org.customsgateway.mapping.enrich.Consignment;
import org.customsgateway.mapping.enrich.Consignment.Money;
import org.customsgateway.mapping.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTableTest {

    static final BackEnds BACK_ENDS = new BackEnds(List.of(
            new BackEnd("risk", BackEndKind.RISK, Optional.empty(), Optional.empty()),
            new BackEnd("post-security", BackEndKind.RISK, Optional.empty(), Optional.empty()),
            new BackEnd("revenue", BackEndKind.REVENUE, Optional.empty(), Optional.empty()),
            new BackEnd("statistics", BackEndKind.COPY, Optional.empty(), Optional.empty())));

    private static final Views VIEWS = Views.read(Path.of("mappings/_shared/views"), Path.of("xsd"), Books.POSITIONS);
    private static final String HEAD = String.join(",", RoutingRow.COLUMNS) + "\n";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @TempDir
    Path folder;

    @Test
    void as_shipped_both_see_everything() {
        RoutingTable shipped = RoutingTable.read(Path.of("mappings/_shared/routing.csv"), Books.BACK_ENDS, VIEWS);
        assertThat(shipped.ways(facts("NL", "20", "post", Map.of()), DAY))
                .extracting(way -> way.backEnd().name())
                .containsExactly("risk", "revenue");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "NL,*,*,*,*,*,*; true",
                "NL|BE,*,*,*,*,*,*; true",
                "BE,*,*,*,*,*,*; false",
                "-,*,*,*,*,*,*; false",
                "*,3,*,*,*,*,*; true",
                "*,1|2,*,*,*,*,*; false",
                "*,*,4|5,*,*,*,*; true",
                "*,*,-,*,*,*,*; false",
                "*,*,*,POST,*,*,*; true",
                "*,*,*,EXPRESS|PLATFORM,*,*,*; false",
                "*,*,*,*,swiss-post,*,*; true",
                "*,*,*,*,other,*,*; false",
                "*,*,*,*,*,<=20 EUR,*; true",
                "*,*,*,*,*,>19.99 EUR,*; true",
                "*,*,*,*,*,>20 EUR,*; false",
                "*,*,*,*,*,>1 USD,*; false",
                "*,*,*,*,*,*,addedCategory; true",
                "*,*,*,*,*,*,-warnings; true",
                "*,*,*,*,*,*,warnings; false",
                "*,*,*,*,*,*,addedRegime=IOSS|OSS; true",
                "*,*,*,*,*,*,addedRegime=VOEC; false",
                "*,*,*,*,*,*,-addedRegime=VOEC; true",
            })
    void a_row_fits_what_all_its_cells_allow(String cells, boolean fits) throws IOException {
        var facts = facts("NL", "20", "swiss-post", Map.of("addedCategory", "3", "addedRegime", "IOSS"));
        assertThat(see("post-security," + cells + ",all,-,,", facts, DAY).contains("post-security"))
                .isEqualTo(fits);
    }

    /** A comma within a list of flags would be another cell: they are parted by semicolons. */
    @Test
    void all_flags_must_hold() throws IOException {
        var facts = facts("NL", "20", "swiss-post", Map.of("addedCategory", "3"));
        assertThat(see("statistics,*,*,*,*,*,*,addedCategory=3;-warnings,all,-,,", facts, DAY))
                .contains("statistics");
        assertThat(see("statistics,*,*,*,*,*,*,addedCategory=3;warnings,all,-,,", facts, DAY))
                .doesNotContain("statistics");
    }

    @Test
    void of_each_back_end_the_first_row_that_fits_counts() throws IOException {
        String rows = """
                statistics,NL,*,*,*,*,*,*,no,-,,
                statistics,*,*,*,*,*,*,*,all,-,,""";
        assertThat(see(rows, facts("NL", "1", "post", Map.of()), DAY)).containsExactly("risk");
        assertThat(see(rows, facts("BE", "1", "post", Map.of()), DAY)).containsExactly("risk", "statistics");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-30, false", "2026-12-01, true", "2026-12-31, true", "2027-01-01, false"})
    void the_day_of_the_item_decides_which_rows_hold(LocalDate on, boolean sees) throws IOException {
        String row = "statistics,*,*,*,*,*,*,*,all,-,2026-12-01,2026-12-31";
        assertThat(see(row, facts("NL", "1", "post", Map.of()), on).contains("statistics"))
                .isEqualTo(sees);
    }

    @Test
    void a_table_by_which_nobody_decides_is_our_own_fault() throws IOException {
        RoutingTable table = table("risk,GB,*,*,*,*,*,*,all,-,,\nstatistics,*,*,*,*,*,*,*,all,-,,");
        assertThatThrownBy(() -> table.ways(facts("NL", "1", "post", Map.of()), DAY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NL");
    }

    @Test
    void all_that_is_wrong_is_told_with_file_and_line() {
        assertThatThrownBy(() -> table("""
                        police,*,*,*,*,*,*,*,all,-,,
                        risk,Nl,*,*,*,*,*,*,all,-,,
                        risk,*,5,*,*,*,*,*,all,-,,
                        risk,*,*,*,parcel,*,*,*,all,-,,
                        risk,*,*,*,*,*,150,*,all,-,,
                        risk,*,*,*,*,*,*,A flag,all,-,,
                        risk,*,*,*,*,*,*,*,some,-,,
                        risk,*,*,*,*,*,*,*,all,-,22.11.2026,
                        risk,*,*,*,*,*,*,*,all,-,,
                        """))
                .hasMessageContainingAll(
                        "routing.csv:2: connectors/back-ends has no police.yaml",
                        "routing.csv:3: destination is Nl",
                        "routing.csv:4: category is 5",
                        "routing.csv:5: partnerKind is parcel",
                        "routing.csv:6: value is 150",
                        "routing.csv:7: flags is A flag",
                        "routing.csv:8: sees is some",
                        "routing.csv:9: no day: 22.11.2026");
    }

    @Test
    void one_waits_for_those_that_are_asked_too() throws IOException {
        String rows = "risk,*,*,*,*,*,*,*,all,-,,\npost-security,GB,*,*,*,*,*,*,mail-security,-,,\n"
                + "revenue,*,*,*,*,*,*,*,all,risk:RELEASE|ASSESSED;post-security:RELEASE,,";
        assertThat(table(rows).ways(facts("GB", "1", "post", Map.of()), DAY))
                .extracting(way -> way.backEnd().name() + " "
                        + (way.view() == null ? "all" : way.view().name()) + " " + way.held())
                .containsExactly(
                        "risk all ",
                        "post-security mail-security ",
                        "revenue all risk:ASSESSED|RELEASE;post-security:RELEASE");
        assertThat(table(rows).ways(facts("NL", "1", "post", Map.of()), DAY))
                .extracting(Way::held)
                .containsExactly("", "risk:ASSESSED|RELEASE");
    }

    @Test
    void rows_of_the_guides_example_may_stand_below_those_of_risk() throws IOException {
        Files.createDirectories(folder.resolve("views"));
        Path shipped = Path.of("mappings/_shared/views");
        Files.copy(shipped.resolve("uk-cds.yaml.example"), folder.resolve("views/uk-cds.yaml"));
        Files.copy(shipped.resolve("uk-cds.xsl"), folder.resolve("views/uk-cds.xsl"));
        var risk = new BackEnd("risk", BackEndKind.RISK, Optional.empty(), Optional.empty());
        var cds = new BackEnd("cds", BackEndKind.REVENUE, Optional.empty(), Optional.empty());
        Path file = Files.writeString(
                folder.resolve("routing.csv"),
                HEAD + "risk,*,*,*,*,*,*,*,all,-,,\n" + String.join("\n", Books.guided(RoutingRow.COLUMNS.length))
                        + "\n");
        Views views = Views.read(folder.resolve("views"), Path.of("xsd"), Books.POSITIONS);
        RoutingTable table = RoutingTable.read(file, new BackEnds(List.of(risk, cds)), views);

        var parcel = facts("GB", "135", "GBP", "post", Map.of("addedTariff", "EXISTS"));
        assertThat(table.ways(parcel, DAY)).extracting(Way::held).containsExactly("", "risk:ASSESSED|RELEASE");
        assertThat(names(table.ways(facts("GB", "136", "GBP", "post", Map.of("addedTariff", "EXISTS")), DAY)))
                .containsExactly("risk");
        assertThat(names(table.ways(facts("GB", "1", "GBP", "post", Map.of("addedTariff", "MISSING")), DAY)))
                .containsExactly("risk");
    }

    @Test
    void nobody_waits_in_a_circle_or_for_what_nobody_says() {
        assertThatThrownBy(() -> table("""
                        risk,*,*,*,*,*,*,*,all,revenue:RELEASE,,
                        revenue,*,*,*,*,*,*,*,all,revenue:RELEASE,,
                        revenue,*,*,*,*,*,*,*,all,risk:YES,,
                        revenue,*,*,*,*,*,*,*,all,risk,,
                        revenue,*,*,*,*,*,*,*,all,risk:TIMED_OUT,,
                        """))
                .hasMessageContainingAll(
                        "routing.csv:2: after is revenue: its rows must stand above",
                        "routing.csv:3: after is revenue: its rows must stand above",
                        "routing.csv:4: ",
                        "routing.csv:5: after is risk: - or name:OUTCOME|OUTCOME",
                        "routing.csv:6: TIMED_OUT is no outcome that a back-end says");
    }

    private Stream<String> names(List<Way> ways) {
        return ways.stream().map(way -> way.backEnd().name());
    }

    private List<String> see(String rows, RoutingFacts facts, LocalDate on) throws IOException {
        return names(table("risk,*,*,*,*,*,*,*,all,-,,\n" + rows).ways(facts, on))
                .toList();
    }

    private RoutingTable table(String rows) throws IOException {
        return RoutingTable.read(Files.writeString(folder.resolve("routing.csv"), HEAD + rows), BACK_ENDS, VIEWS);
    }

    private static RoutingFacts facts(
            String destination, String amount, String partner, Map<String, String> properties) {
        return facts(destination, amount, "EUR", partner, properties);
    }

    private static RoutingFacts facts(
            String destination, String amount, String currency, String partner, Map<String, String> properties) {
        var value = new Money(new BigDecimal(amount), currency);
        var consignment = new Consignment(null, destination, "CN", "", value, List.of(), List.of(), "4");
        return new RoutingFacts(consignment, "POST", partner, properties);
    }
}
