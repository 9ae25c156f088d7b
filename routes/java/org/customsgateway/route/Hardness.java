package org.customsgateway.route;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.customsgateway.mapping.CsvTable;

/** Which of several back-ends of one kind counts: {@code mappings/_shared/hardness.csv}, the hardest outcome first. */
final class Hardness {

    /** Null is one that has said nothing yet. */
    private final List<Outcome> order;

    private Hardness(List<Outcome> order) {
        this.order = order;
    }

    /** @throws IllegalArgumentException with file and line, or what is missing */
    static Hardness read(Path file) {
        List<Outcome> order =
                CsvTable.read(file, row -> row.cell(0).equals("-") ? null : Outcome.valueOf(row.cell(0)), "outcome");
        Set<Outcome> all = new HashSet<>(Arrays.asList(Outcome.values()));
        all.remove(Outcome.NOT_ASKED);
        all.add(null);
        if (order.size() != all.size() || !all.equals(new HashSet<>(order))) {
            throw new IllegalArgumentException(file + ": each outcome and - must be there once");
        }
        return new Hardness(order);
    }

    /** @param outcomes null for one that has said nothing yet; where there are none, nobody was asked */
    Outcome hardest(Collection<Outcome> outcomes) {
        return outcomes.isEmpty()
                ? Outcome.NOT_ASKED
                : order.get(outcomes.stream()
                        .map(order::indexOf)
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
    }
}
