package org.customsgateway.route;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customsgateway.connector.BackEndKind;
import org.customsgateway.mapping.CsvTable;
import org.customsgateway.message.StatusCode;

/**
 * How the latest outcomes of risk and revenue become one status: {@code mappings/_shared/combination.csv}, first matching
 * row wins. In the cells of risk and revenue {@code *} is any or none, {@code -} is none yet, {@code NOT_ASKED} where no back-end of the
 * kind sees the item, {@code |} is or; {@code !} behind an outcome: only where a back-end of that kind has just said it.
 */
final class CombinationTable {

    private record Rule(Set<String> risk, Set<String> revenue, String payment, StatusCode status) {
        static Rule of(CsvTable.Row row) {
            StatusCode status = row.cell(3).equals(NONE) ? null : StatusCode.valueOf(row.cell(3));
            return new Rule(outcomes(row.cell(0)), outcomes(row.cell(1)), row.cell(2), status);
        }

        boolean matches(String fromRisk, String fromRevenue, String howPaid, BackEndKind newest) {
            return any(risk, fromRisk, newest == BackEndKind.RISK)
                    && any(revenue, fromRevenue, newest == BackEndKind.REVENUE)
                    && (payment.equals("*") || payment.equals(howPaid));
        }

        private static boolean any(Set<String> cell, String value, boolean just) {
            return cell.contains("*") || cell.contains(value) || (just && cell.contains(value + JUST));
        }
    }

    private static final String NONE = "-";
    private static final String JUST = "!";

    private final List<Rule> rules;

    private CombinationTable(List<Rule> rules) {
        this.rules = rules;
    }

    /** @throws IllegalArgumentException naming file, line and what is wrong */
    static CombinationTable read(Path file) {
        return new CombinationTable(CsvTable.read(file, Rule::of, "risk", "revenue", "payment", "status"));
    }

    private static Set<String> outcomes(String cell) {
        return Stream.of(cell.split("\\|"))
                .map(String::strip)
                .peek(name -> {
                    if (!name.equals("*") && !name.equals(NONE)) {
                        Outcome.valueOf(name.endsWith(JUST) ? name.substring(0, name.length() - 1) : name);
                    }
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @param risk hardest of the latest outcomes of risk back-ends, or null while it has not been said
     * @param revenue the same of revenue
     * @param payment {@code wait} or {@code account}: what the partner's duties do to a release
     * @param newest the kind that has just answered, or null
     * @return empty while nothing is to be told
     */
    Optional<StatusCode> status(Outcome risk, Outcome revenue, String payment, BackEndKind newest) {
        return rules.stream()
                .filter(rule -> rule.matches(name(risk), name(revenue), payment, newest))
                .findFirst()
                .map(Rule::status);
    }

    private static String name(Outcome outcome) {
        return outcome == null ? NONE : outcome.name();
    }
}
