package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.customsgateway.connector.BackEndKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                """));

        assertThat(table.outcome("risk", BackEndKind.RISK, "11", "RFI")).contains(Outcome.RFI);
        assertThat(table.outcome("revenue", BackEndKind.REVENUE, "11", "RFI")).contains(Outcome.REVIEW);
    }

    @Test
    void does_not_guess_what_an_unlisted_code_means() throws IOException {
        DecisionTable table = DecisionTable.read(file("backend,functionCode,statusCode,outcome\nrisk,01,*,ACCEPTED\n"));

        assertThat(table.outcome("risk", BackEndKind.RISK, "02", "")).isEmpty();
    }

    @Test
    void names_file_and_line_of_an_outcome_that_does_not_exist() throws IOException {
        Path file = file("backend,functionCode,statusCode,outcome\n\nrisk,01,*,FINE\n");

        assertThatThrownBy(() -> DecisionTable.read(file))
                .hasMessageContaining("decisions.csv:3:")
                .hasMessageContaining("FINE");
    }

    @Test
    void names_file_and_line_of_a_row_with_a_missing_cell() throws IOException {
        Path file = file("backend,functionCode,statusCode,outcome\nrisk,01,ACCEPTED\n");

        assertThatThrownBy(() -> DecisionTable.read(file))
                .hasMessageContaining("decisions.csv:2:")
                .hasMessageContaining("3 cells");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("decisions.csv"), text);
    }
}
