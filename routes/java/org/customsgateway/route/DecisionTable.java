package org.customsgateway.route;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.customsgateway.connector.BackEndKind;
import org.customsgateway.connector.BackEnds;
import org.customsgateway.mapping.CsvTable;

/**
 * What a WCO response code means when a back-end says it: {@code mappings/_shared/decisions.csv}, first matching row.
 * A row is for one back-end, or for all of a kind ({@code risk}, {@code revenue}). FunctionCode is WCO 017 (UN/EDIFACT 1225 and the codes in use with WCO RES), the status code is WCO 379.
 */
final class DecisionTable {

    private record Rule(OfBackEnd backEnd, String functionCode, String statusCode, Outcome outcome) {
        static Rule of(CsvTable.Row row, BackEnds backEnds) {
            return new Rule(OfBackEnd.of(row.cell(0), backEnds), row.cell(1), row.cell(2), Outcome.said(row.cell(3)));
        }

        boolean matches(String from, BackEndKind kind, String function, String status) {
            return backEnd.matches(from, kind)
                    && (functionCode.equals("*") || functionCode.equals(function))
                    && (statusCode.equals("*") || statusCode.equals(status.isEmpty() ? "-" : status));
        }
    }

    private final List<Rule> rules;

    private DecisionTable(List<Rule> rules) {
        this.rules = rules;
    }

    /** @throws IllegalArgumentException naming file, line and what is wrong */
    static DecisionTable read(Path file, BackEnds backEnds) {
        return new DecisionTable(
                CsvTable.read(file, row -> Rule.of(row, backEnds), "backend", "functionCode", "statusCode", "outcome"));
    }

    /** Empty when no row covers the codes: the answer cannot be understood. */
    Optional<Outcome> outcome(String backend, BackEndKind kind, String functionCode, String statusCode) {
        return rules.stream()
                .filter(rule -> rule.matches(backend, kind, functionCode, statusCode))
                .map(Rule::outcome)
                .findFirst();
    }
}
