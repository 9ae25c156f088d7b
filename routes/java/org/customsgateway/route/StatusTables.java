package org.customsgateway.route;

import java.nio.file.Path;
import org.customsgateway.connector.BackEnds;

/** The tables by which decisions of back-ends become statuses, as they lie in {@code mappings/_shared}. */
record StatusTables(CombinationTable combination, Hardness hardness, VisibleTable visible, LateTable late) {

    /** @throws IllegalArgumentException naming file, line and what is wrong */
    static StatusTables read(Path folder, BackEnds backEnds) {
        return new StatusTables(
                CombinationTable.read(folder.resolve("combination.csv")),
                Hardness.read(folder.resolve("hardness.csv")),
                VisibleTable.read(folder.resolve("visible.csv"), backEnds),
                LateTable.read(folder.resolve("late.csv")));
    }
}
