package org.customsgateway.route;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customsgateway.connector.BackEnd;
import org.customsgateway.connector.BackEnds;
import org.customsgateway.mapping.CsvTable;
import org.customsgateway.mapping.view.View;
import org.customsgateway.mapping.view.Views;

/** Which back-ends see a declaration: {@code mappings/_shared/routing.csv}. Of each back-end the first row that fits counts. */
final class RoutingTable {

    private static final String NO = "no";
    private static final String ALL = "all";

    private final Map<BackEnd, List<RoutingRow>> rows;
    private final Views views;

    private RoutingTable(Map<BackEnd, List<RoutingRow>> rows, Views views) {
        this.rows = rows;
        this.views = views;
    }

    /** @throws IllegalArgumentException with file and line of all that is wrong */
    static RoutingTable read(Path file, BackEnds backEnds, Views views) {
        Map<BackEnd, List<RoutingRow>> rows = new LinkedHashMap<>();
        CsvTable.read(
                file,
                line -> {
                    RoutingRow row = RoutingRow.of(line);
                    BackEnd backEnd = known(row.backEnd(), backEnds);
                    check(row, rows.keySet(), backEnds, views);
                    return rows.computeIfAbsent(backEnd, first -> new ArrayList<>())
                            .add(row);
                },
                RoutingRow.COLUMNS);
        return new RoutingTable(rows, views);
    }

    private static void check(RoutingRow row, Set<BackEnd> above, BackEnds backEnds, Views views) {
        if (!row.sees().equals(NO)
                && !row.sees().equals(ALL)
                && views.find(row.sees()).isEmpty()) {
            throw new IllegalArgumentException("sees is " + row.sees() + ": all, no, or one of _shared/views");
        }
        for (String first : row.after().outcomes().keySet()) {
            if (first.equals(row.backEnd()) || !above.contains(known(first, backEnds))) {
                throw new IllegalArgumentException("after is " + first + ": its rows must stand above");
            }
        }
    }

    private static BackEnd known(String name, BackEnds backEnds) {
        return backEnds.find(name)
                .orElseThrow(() -> new IllegalArgumentException("connectors/back-ends has no " + name + ".yaml"));
    }

    /**
     * @param on the item's own day
     * @throws IllegalStateException when nobody would decide: that is a fault of the table, not of the sender
     */
    List<Way> ways(RoutingFacts facts, LocalDate on) {
        Map<BackEnd, RoutingRow> see = new LinkedHashMap<>();
        rows.forEach((backEnd, all) -> {
            for (RoutingRow row : all) {
                if (row.fits(facts, on)) {
                    if (!row.sees().equals(NO)) {
                        see.put(backEnd, row);
                    }
                    break;
                }
            }
        });
        if (see.keySet().stream().noneMatch(BackEnd::answers)) {
            throw new IllegalStateException("by routing.csv no back-end decides on what is for "
                    + facts.consignment().destination() + " on " + on);
        }
        List<Way> ways = new ArrayList<>(see.size());
        List<String> names = new ArrayList<>(see.size());
        see.forEach((backEnd, row) -> {
            View view = row.sees().equals(ALL) ? null : views.find(row.sees()).orElseThrow();
            ways.add(new Way(backEnd, view, row.after().of(names)));
            names.add(backEnd.name());
        });
        return ways;
    }
}
