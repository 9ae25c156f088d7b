package org.customsgateway.route;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.customsgateway.connector.BackEndKind;
import org.customsgateway.connector.BackEnds;
import org.customsgateway.connector.PartnerKind;
import org.customsgateway.mapping.CsvTable;
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

    private record Rule(OfBackEnd backEnd, String kind, String status, Part part) {
        static Rule of(CsvTable.Row row, BackEnds backEnds) {
            if (!row.cell(1).equals("*")) {
                PartnerKind.valueOf(row.cell(1).toUpperCase(Locale.ROOT));
            }
            if (!row.cell(2).equals("*")) {
                StatusCode.valueOf(row.cell(2));
            }
            return new Rule(
                    OfBackEnd.of(row.cell(0), backEnds),
                    row.cell(1),
                    row.cell(2),
                    Part.valueOf(row.cell(3).toUpperCase(Locale.ROOT)));
        }

        boolean matches(String from, BackEndKind ofKind, String to, StatusCode told) {
            return backEnd.matches(from, ofKind) && is(kind, to) && is(status, told.name());
        }

        private static boolean is(String cell, String value) {
            return cell.equals("*") || cell.equals(value);
        }
    }

    private final List<Rule> rules;

    private VisibleTable(List<Rule> rules) {
        this.rules = rules;
    }

    /** @throws IllegalArgumentException naming file, line and what is wrong */
    static VisibleTable read(Path file, BackEnds backEnds) {
        return new VisibleTable(
                CsvTable.read(file, row -> Rule.of(row, backEnds), "backend", "partnerKind", "status", "visible"));
    }

    /**
     * @param partnerKind as the partner's file writes it, {@code post}; empty where the partner is gone: only rows for any kind hold then
     * @param told the status that the reason goes with
     */
    Part part(String backend, BackEndKind kind, String partnerKind, StatusCode told) {
        return rules.stream()
                .filter(rule -> rule.matches(backend, kind, partnerKind, told))
                .findFirst()
                .map(Rule::part)
                .orElse(Part.NONE);
    }
}
