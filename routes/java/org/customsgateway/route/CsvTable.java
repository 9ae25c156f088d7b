package org.customsgateway.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.customsgateway.mapping.CsvLine;

/** A rule table as an engineer keeps it: commas between cells, {@code #} before a comment, the first row names the columns. */
final class CsvTable {

    /** One row with the line that it stands on. */
    record Row(int line, List<String> cells) {
        String cell(int column) {
            return cells.get(column);
        }
    }

    private CsvTable() {}

    /**
     * What each row says.
     *
     * @param parse throws {@link IllegalArgumentException} with what is wrong with a row
     * @throws IllegalArgumentException naming file, line and what is wrong, of all rows
     */
    static <T> List<T> read(Path file, Function<Row, T> parse, String... columns) {
        List<T> said = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Row row : rows(file, columns)) {
            try {
                said.add(parse.apply(row));
            } catch (IllegalArgumentException e) {
                faults.add("%s:%d: %s".formatted(file, row.line(), e.getMessage()));
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return said;
    }

    private static List<Row> rows(Path file, String... columns) {
        List<Row> rows = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = CsvLine.cells(line);
            if (cells.size() != columns.length) {
                throw new IllegalArgumentException("%s:%d: %d cells where the table has %s"
                        .formatted(file, i + 1, cells.size(), List.of(columns)));
            }
            rows.add(new Row(i + 1, cells));
        }
        if (rows.isEmpty() || !rows.get(0).cells().equals(List.of(columns))) {
            throw new IllegalArgumentException(
                    "%s: the first row must be %s".formatted(file, String.join(",", columns)));
        }
        return rows.subList(1, rows.size());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
