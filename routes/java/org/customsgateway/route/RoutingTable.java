package org.customsgateway.route;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customsgateway.connector.BackEnd;
import org.customsgateway.connector.BackEnds;

/** Which back-ends see a declaration: {@code mappings/_shared/routing.csv}. Of each back-end the first row that fits counts. */
final class RoutingTable {

    private final Map<BackEnd, List<RoutingRow>> rows;

    private RoutingTable(Map<BackEnd, List<RoutingRow>> rows) {
        this.rows = rows;
    }

    /** @throws IllegalArgumentException with file and line of all that is wrong */
    static RoutingTable read(Path file, BackEnds backEnds) {
        Map<BackEnd, List<RoutingRow>> rows = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        for (CsvTable.Row line : CsvTable.read(file, RoutingRow.COLUMNS)) {
            try {
                RoutingRow row = RoutingRow.of(line);
                BackEnd backEnd = backEnds.find(row.backEnd())
                        .orElseThrow(() ->
                                new IllegalArgumentException("connectors/back-ends has no " + row.backEnd() + ".yaml"));
                rows.computeIfAbsent(backEnd, first -> new ArrayList<>()).add(row);
            } catch (IllegalArgumentException e) {
                faults.add("%s:%d: %s".formatted(file.getFileName(), line.line(), e.getMessage()));
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return new RoutingTable(rows);
    }

    /**
     * @param on the item's own day
     * @throws IllegalStateException when nobody would decide: that is a fault of the table, not of the sender
     */
    List<BackEnd> see(RoutingFacts facts, LocalDate on) {
        List<BackEnd> see = new ArrayList<>(rows.size());
        rows.forEach((backEnd, all) -> {
            for (RoutingRow row : all) {
                if (row.fits(facts, on)) {
                    if (row.sees()) {
                        see.add(backEnd);
                    }
                    break;
                }
            }
        });
        if (see.stream().noneMatch(BackEnd::answers)) {
            throw new IllegalStateException("by routing.csv no back-end decides on what is for "
                    + facts.consignment().destination() + " on " + on);
        }
        return see;
    }
}
