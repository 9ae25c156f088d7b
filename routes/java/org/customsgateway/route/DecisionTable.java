package org.customsgateway.route;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.customsgateway.connector.BackEndKind;

/**
 * What a WCO response code means when a back-end says it: {@code mappings/_shared/decisions.csv}, first matching row.
 * A row is for one back-end, or for all of a kind ({@code risk}, {@code revenue}). FunctionCode is WCO 017 (UN/EDIFACT 1225 and the codes in use with WCO RES), the status code is WCO 379.
 */
final class DecisionTable {

    private record Rule(String backend, String functionCode, String statusCode, Outcome outcome) {
        boolean matches(String from, String kind, String function, String status) {
            return (backend.equals("*") || backend.equals(from) || backend.equals(kind))
                    && (functionCode.equals("*") || functionCode.equals(function))
                    && (statusCode.equals("*") || statusCode.equals(status.isEmpty() ? "-" : status));
        }
    }

    private final List<Rule> rules;

    private DecisionTable(List<Rule> rules) {
        this.rules = rules;
    }

    static DecisionTable read(Path file) {
        List<Rule> rules = new ArrayList<>();
        for (CsvTable.Row row : CsvTable.read(file, "backend", "functionCode", "statusCode", "outcome")) {
            try {
                rules.add(new Rule(row.cell(0), row.cell(1), row.cell(2), Outcome.valueOf(row.cell(3))));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "%s:%d: no such outcome: %s".formatted(file, row.line(), row.cell(3)), e);
            }
        }
        return new DecisionTable(rules);
    }

    /** Empty when no row covers the codes: the answer cannot be understood. */
    Optional<Outcome> outcome(String backend, BackEndKind kind, String functionCode, String statusCode) {
        String ofKind = kind.name().toLowerCase(Locale.ROOT);
        return rules.stream()
                .filter(rule -> rule.matches(backend, ofKind, functionCode, statusCode))
                .map(Rule::outcome)
                .findFirst();
    }
}
