package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.customsgateway.connector.BackEnd;
import org.customsgateway.connector.BackEndKind;
import org.customsgateway.connector.BackEnds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionTableTest {

    @TempDir
    Path folder;

    @Test
    void takes_the_first_row_that_matches() throws IOException {
        DecisionTable table = DecisionTable.read(file("""
                # what the codes mean
                backend,functionCode,statusCode,outcome
                risk,11,RFI,RFI
                *,11,*,REVIEW
                """), Books.BACK_ENDS);

        assertThat(table.outcome("risk", BackEndKind.RISK, "11", "RFI")).contains(Outcome.RFI);
        assertThat(table.outcome("revenue", BackEndKind.REVENUE, "11", "RFI")).contains(Outcome.REVIEW);
    }

    @Test
    void rows_of_the_guides_example_may_stand_above_those_that_are_shipped() throws IOException {
        String shipped = Files.readString(Path.of("mappings/_shared/decisions.csv"));
        String head = "backend,functionCode,statusCode,outcome\n";
        var cds = new BackEnd("cds", BackEndKind.REVENUE, Optional.empty(), Optional.empty());
        DecisionTable table = DecisionTable.read(
                file(shipped.replace(head, head + String.join("\n", Books.guided(4)) + "\n")),
                new BackEnds(List.of(cds)));

        assertThat(table.outcome("cds", BackEndKind.REVENUE, "17", "")).contains(Outcome.CLOSED);
        assertThat(table.outcome("cds", BackEndKind.REVENUE, "13", "")).contains(Outcome.DUTIABLE);
        assertThat(table.outcome("cds", BackEndKind.REVENUE, "09", "")).contains(Outcome.RELEASE);
    }

    @Test
    void does_not_guess_what_an_unlisted_code_means() throws IOException {
        DecisionTable table = DecisionTable.read(
                file("backend,functionCode,statusCode,outcome\nrisk,01,*,ACCEPTED\n"), Books.BACK_ENDS);

        assertThat(table.outcome("risk", BackEndKind.RISK, "02", "")).isEmpty();
    }

    @Test
    void names_file_and_line_of_an_outcome_that_does_not_exist() throws IOException {
        Path file = file("backend,functionCode,statusCode,outcome\n\nrisk,01,*,FINE\n");

        assertThatThrownBy(() -> DecisionTable.read(file, Books.BACK_ENDS))
                .hasMessageContaining("decisions.csv:3:")
                .hasMessageContaining("FINE");
    }

    /** That one is silent, or is not asked, only the gateway knows. */
    @ParameterizedTest
    @ValueSource(strings = {"TIMED_OUT", "NOT_ASKED"})
    void no_answer_means_that_there_was_none(String outcome) throws IOException {
        Path file = file("backend,functionCode,statusCode,outcome\nrisk,01,*," + outcome + "\n");

        assertThatThrownBy(() -> DecisionTable.read(file, Books.BACK_ENDS))
                .hasMessageContaining("decisions.csv:2: " + outcome);
    }

    @Test
    void a_row_may_be_for_one_back_end_and_for_none_that_there_is_not() throws IOException {
        String head = "backend,functionCode,statusCode,outcome\n";
        var table = DecisionTable.read(
                file(head + "post-security,11,*,HOLD\nrisk,11,*,REVIEW\n"), RoutingTableTest.BACK_ENDS);

        assertThat(table.outcome("post-security", BackEndKind.RISK, "11", "")).contains(Outcome.HOLD);
        assertThat(table.outcome("risk", BackEndKind.RISK, "11", "")).contains(Outcome.REVIEW);
        Path misspelt = file(head + "post-securty,11,*,HOLD\n");
        assertThatThrownBy(() -> DecisionTable.read(misspelt, RoutingTableTest.BACK_ENDS))
                .hasMessageContaining("decisions.csv:2: backend is post-securty");
    }

    @Test
    void names_file_and_line_of_a_row_with_a_missing_cell() throws IOException {
        Path file = file("backend,functionCode,statusCode,outcome\nrisk,01,ACCEPTED\n");

        assertThatThrownBy(() -> DecisionTable.read(file, Books.BACK_ENDS))
                .hasMessageContaining("decisions.csv:2:")
                .hasMessageContaining("3 cells");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("decisions.csv"), text);
    }
}
