package org.customsgateway.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.customsgateway.message.StatusCode;
import org.junit.jupiter.api.Test;

/** The two tables that say what back-ends' answers mean: complete, and without a row that can never speak. */
class DecisionTablesTest {

    private static final List<String> OUTCOMES = List.of(
            "-",
            "ACCEPTED",
            "ACCEPTED_WITH_WARNINGS",
            "REJECTED",
            "RFI",
            "RFS",
            "DNL",
            "ASSESSED",
            "REVIEW",
            "INSPECT",
            "HOLD",
            "HOLD_REMOVED",
            "RELEASE",
            "DUTIABLE",
            "TAX_DUE",
            "REMINDED",
            "PAID",
            "CANCELLED",
            "SEIZED",
            "RETURN_TO_SENDER",
            "DESTROYED",
            "CLOSED",
            "TIMED_OUT",
            "NOT_ASKED");

    /** Behind an outcome: it has just been said. */
    private static final String JUST = "!";

    private final List<List<String>> decisions = rows("decisions");
    private final List<List<String>> combination = rows("combination");

    @Test
    void everything_that_can_be_said_has_an_outcome() {
        assertThat(Say.values()).allSatisfy(say -> {
            var code = say.nameCode().isEmpty() ? "-" : say.nameCode();
            assertThat(first(decisions, "revenue", say.functionCode(), code)).isNotNull();
        });
        assertThat(decisions).allSatisfy(row -> assertThat(OUTCOMES).contains(row.get(3)));
    }

    @Test
    void every_pair_of_outcomes_has_a_status_and_every_row_speaks() {
        Set<Integer> spoke = new TreeSet<>();
        for (var risk : OUTCOMES) {
            for (var revenue : OUTCOMES) {
                for (var payment : List.of("wait", "account")) {
                    for (var said : List.of(
                            List.of(risk, revenue), List.of(risk + JUST, revenue), List.of(risk, revenue + JUST))) {
                        var row = first(combination, said.get(0), said.get(1), payment);
                        assertThat(row).as("%s", said).isNotNull();
                        StatusCode.valueOf(row.get(3));
                        spoke.add(combination.indexOf(row));
                    }
                }
            }
        }
        assertThat(spoke).hasSize(combination.size());
    }

    @Test
    void a_hold_beats_a_release_and_both_must_release() {
        assertThat(status("HOLD", "RELEASE", "account")).isEqualTo("HELD");
        assertThat(status("RELEASE", "HOLD", "account")).isEqualTo("HELD");
        assertThat(status("RELEASE", "-", "account")).isEqualTo("ACCEPTED");
        assertThat(status("ACCEPTED", "RELEASE", "account")).isEqualTo("ACCEPTED");
        assertThat(status("RELEASE", "RELEASE", "wait")).isEqualTo("RELEASED");
        assertThat(status("RELEASE", "DUTIABLE", "wait")).isEqualTo("TAX_DUE");
        assertThat(status("RELEASE", "DUTIABLE", "account")).isEqualTo("RELEASED_DUTIABLE");
        assertThat(status("ACCEPTED", "DUTIABLE", "account")).isEqualTo("ACCEPTED");
        assertThat(status("RELEASE", "TIMED_OUT", "wait")).isEqualTo("TIMED_OUT");
        assertThat(status("-", "-", "wait")).isEqualTo("RECEIVED");
    }

    private String status(String... cells) {
        return first(combination, cells).get(3);
    }

    private static List<String> first(List<List<String>> table, String... cells) {
        return table.stream()
                .filter(row -> {
                    for (int i = 0; i < 3; i++) {
                        var cell = List.of(row.get(i).split("\\|"));
                        if (!cell.contains("*")
                                && !cell.contains(cells[i])
                                && !cell.contains(cells[i].replace(JUST, ""))) {
                            return false;
                        }
                    }
                    return true;
                })
                .findFirst()
                .orElse(null);
    }

    private static List<List<String>> rows(String table) {
        try {
            var rows = new ArrayList<List<String>>();
            for (var line : Files.readAllLines(Path.of("mappings/_shared/" + table + ".csv"))) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    rows.add(List.of(line.split(",", -1)));
                }
            }
            assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(4));
            return rows.subList(1, rows.size());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
