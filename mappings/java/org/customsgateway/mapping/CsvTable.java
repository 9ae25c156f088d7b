package org.customsgateway.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A rule table as an engineer keeps it: commas between cells, {@code #} before a comment, the first row names the columns. */
public final class CsvTable {

    /** One row with the line that it stands on. */
    public record Row(int line, List<String> cells) {
        public String cell(int column) {
            return cells.get(column);
        }
    }

    private CsvTable() {}

    /**
     * What each row of a file says.
     *
     * @param parse throws {@link IllegalArgumentException} with what is wrong with a row
     * @throws IllegalArgumentException naming file, line and what is wrong, of all rows
     */
    public static <T> List<T> read(Path file, Function<Row, T> parse, String... columns) {
        try {
            return read(file.toString(), Files.readString(file), parse, columns);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The same of a file that was read already. */
    public static <T> List<T> read(String file, String text, Function<Row, T> parse, String... columns) {
        List<T> said = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Row row : rows(file, text, List.of(columns), faults)) {
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

    private static List<Row> rows(String file, String text, List<String> columns, List<String> faults) {
        List<Row> rows = new ArrayList<>();
        boolean headed = false;
        int number = 0;
        for (String line : text.split("\\R")) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = CsvLine.cells(line.strip());
            if (!headed) {
                headed = true;
                if (!cells.equals(columns)) {
                    faults.add("%s:%d: the first row must be %s".formatted(file, number, String.join(",", columns)));
                }
            } else if (cells.size() == columns.size()) {
                rows.add(new Row(number, cells));
            } else {
                faults.add("%s:%d: %d cells where the table has %s".formatted(file, number, cells.size(), columns));
            }
        }
        if (!headed) {
            faults.add("%s:1: the first row must be %s".formatted(file, String.join(",", columns)));
        }
        return rows;
    }
}
