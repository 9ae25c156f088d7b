package org.customsgateway.route;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customsgateway.mapping.CsvTable;
import org.customsgateway.message.StatusCode;

/**
 * What a decision does that comes after a last word and says otherwise: {@code mappings/_shared/late.csv}, first matching row wins. In the
 * cells {@code *} is any status, {@code |} is or. What no row covers is told like anything else.
 */
final class LateTable {

    /** The partner is told; a person looks too; or the status stays as it is and a person looks. */
    enum Then {
        TELL,
        ALARM,
        KEEP
    }

    private record Rule(Set<String> before, Set<String> after, Then then) {
        static Rule of(CsvTable.Row row) {
            return new Rule(
                    statuses(row.cell(0)),
                    statuses(row.cell(1)),
                    Then.valueOf(row.cell(2).toUpperCase(Locale.ROOT)));
        }

        boolean matches(StatusCode was, StatusCode becomes) {
            return in(before, was) && in(after, becomes);
        }

        private static Set<String> statuses(String cell) {
            return Stream.of(cell.split("\\|"))
                    .map(String::strip)
                    .map(name ->
                            name.equals("*") ? name : StatusCode.valueOf(name).name())
                    .collect(Collectors.toUnmodifiableSet());
        }

        private static boolean in(Set<String> cell, StatusCode status) {
            return cell.contains("*") || (status != null && cell.contains(status.name()));
        }
    }

    private final List<Rule> rules;

    private LateTable(List<Rule> rules) {
        this.rules = rules;
    }

    /** @throws IllegalArgumentException naming file, line and what is wrong */
    static LateTable read(Path file) {
        return new LateTable(CsvTable.read(file, Rule::of, "before", "after", "then"));
    }

    /** @param was may be null: an item that has no status yet */
    Then then(StatusCode was, StatusCode becomes) {
        return rules.stream()
                .filter(rule -> rule.matches(was, becomes))
                .findFirst()
                .map(Rule::then)
                .orElse(Then.TELL);
    }
}
