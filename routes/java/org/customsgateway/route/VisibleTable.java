package org.customsgateway.route;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.customsgateway.connector.PartnerKind;
import org.customsgateway.message.StatusCode;

/**
 * Who may see which reason of a back-end: {@code mappings/_shared/visible.csv}, first matching row wins; {@code *} is any. What no row
 * covers nobody sees.
 */
final class VisibleTable {

    /** How much of a reason is told: nothing, codes alone, or the words too. */
    enum Part {
        NONE,
        CODE,
        TEXT
    }

    private record Rule(String backend, String kind, String status, Part part) {
        boolean matches(String from, String to, StatusCode told) {
            return is(backend, from) && is(kind, to) && is(status, told.name());
        }

        private static boolean is(String cell, String value) {
            return cell.equals("*") || cell.equals(value);
        }
    }

    private final List<Rule> rules;

    private VisibleTable(List<Rule> rules) {
        this.rules = rules;
    }

    static VisibleTable read(Path file) {
        List<Rule> rules = new ArrayList<>();
        for (CsvTable.Row row : CsvTable.read(file, "backend", "partnerKind", "status", "visible")) {
            try {
                if (!row.cell(1).equals("*")) {
                    PartnerKind.valueOf(row.cell(1).toUpperCase(Locale.ROOT));
                }
                if (!row.cell(2).equals("*")) {
                    StatusCode.valueOf(row.cell(2));
                }
                rules.add(new Rule(
                        row.cell(0),
                        row.cell(1),
                        row.cell(2),
                        Part.valueOf(row.cell(3).toUpperCase(Locale.ROOT))));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("%s:%d: %s".formatted(file, row.line(), e.getMessage()), e);
            }
        }
        return new VisibleTable(rules);
    }

    /**
     * @param kind of the partner as its file writes it, {@code post}; empty where the partner is gone: only rows for any kind hold then
     * @param told the status that the reason goes with
     */
    Part part(String backend, String kind, StatusCode told) {
        return rules.stream()
                .filter(rule -> rule.matches(backend, kind, told))
                .findFirst()
                .map(Rule::part)
                .orElse(Part.NONE);
    }
}
