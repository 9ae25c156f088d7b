package org.customsgateway.mapping;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.customsgateway.message.StatusCode;

/**
 * The one table of statuses, {@code mappings/_shared/statuses.csv}: a row for each status, a column for each code that a reply format
 * has for it. A cell is a code, or a hyphen with a word that says why there is none; none is empty.
 */
final class StatusColumns {

    static final String FILE = Drawers.MAPPINGS + "_shared/statuses.csv";

    /** Why there is no code. The words are explained at the head of the file. */
    static final Pattern REASON = Pattern.compile("-[a-z]+");

    private StatusColumns() {}

    /** Column by column: its name, and the value of each status that has one. */
    static Map<String, Map<String, String>> read(String csv) throws BrokenFormat {
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        Set<String> missing =
                Arrays.stream(StatusCode.values()).map(StatusCode::name).collect(Collectors.toCollection(TreeSet::new));
        List<String> names = null;
        List<String> lines = csv.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = CsvLine.cells(line);
            if (names == null) {
                names = cells;
                continue;
            }
            if (!missing.remove(cells.get(0))) {
                throw new BrokenFormat(FILE, i + 1, "'" + cells.get(0) + "' is no status, or is here twice");
            }
            row(i + 1, names, cells, columns);
        }
        if (!missing.isEmpty()) {
            throw new BrokenFormat(FILE, lines.size(), "no row for " + String.join(", ", missing));
        }
        return columns;
    }

    private static void row(int line, List<String> names, List<String> cells, Map<String, Map<String, String>> columns)
            throws BrokenFormat {
        if (cells.size() != names.size()) {
            throw new BrokenFormat(FILE, line, cells.size() + " cells where the table has " + names.size());
        }
        for (int column = 1; column < cells.size(); column++) {
            String cell = cells.get(column);
            if (cell.isEmpty()) {
                throw new BrokenFormat(
                        FILE, line, "nothing under " + names.get(column) + ": give a code, or say why none");
            }
            Map<String, String> values = columns.computeIfAbsent(names.get(column), name -> new HashMap<>());
            if (!REASON.matcher(cell).matches()) {
                values.put(cells.get(0), cell);
            }
        }
    }
}
