package org.customsgateway.mapping.reference;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.customsgateway.mapping.CsvLine;

/** Reads a set from CSV (RFC 4180, each row on one line): its head in comments, the names of its columns, its rows. */
final class CsvFile {

    private final Shape shape;
    private final String file;
    private final Head head;
    private final Rows rows;
    private final Faults faults;

    /** Where the columns of the shape stand in this file, -1 where they do not. */
    private int[] keys;

    private int[] values;
    private int from;
    private int to;

    CsvFile(Shape shape, String file, Head head, Rows rows, Faults faults) {
        this.shape = shape;
        this.file = file;
        this.head = head;
        this.rows = rows;
        this.faults = faults;
    }

    void read(InputStream in) throws IOException {
        Lines lines = new Lines(in);
        List<String> columns = null;
        try {
            for (String line = lines.read(); line != null && !faults.full(); line = lines.read()) {
                if (line.isBlank()) {
                    continue;
                }
                if (line.startsWith("#")) {
                    head(columns == null ? line : "", lines.number());
                } else if (columns == null) {
                    columns = columns(line, lines.number());
                } else {
                    row(columns, line, lines.number());
                }
            }
        } catch (CharacterCodingException e) {
            faults.add(file, lines.number(), "not UTF-8");
        }
        if (columns == null) {
            faults.add(file, Math.max(1, lines.number()), "there is no line with the names of the columns");
        }
    }

    private void head(String line, int number) {
        int colon = line.indexOf(':');
        String key = colon < 0 ? "" : line.substring(1, colon).strip();
        if (Head.KEYS.contains(key)) {
            head.say(key, line.substring(colon + 1).strip(), number);
        }
    }

    private List<String> columns(String line, int number) {
        List<String> columns = CsvLine.cells(line);
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!shape.knows(column)) {
                faults.add(file, number, "the set " + shape.name() + " has no column '" + column + "'");
            } else if (!seen.add(column)) {
                faults.add(file, number, "the column " + column + " is there twice");
            }
        }
        List<String> needed = new ArrayList<>(shape.keys());
        needed.addAll(shape.values());
        needed.removeIf(column -> shape.types().get(column).optional());
        needed.addAll(List.of(Shape.FROM, Shape.TO));
        needed.removeAll(columns);
        if (!needed.isEmpty()) {
            faults.add(file, number, "columns are missing: " + String.join(", ", needed));
        }
        keys = shape.keys().stream().mapToInt(columns::indexOf).toArray();
        values = shape.values().stream().mapToInt(columns::indexOf).toArray();
        from = columns.indexOf(Shape.FROM);
        to = columns.indexOf(Shape.TO);
        return columns;
    }

    private void row(List<String> columns, String line, int number) {
        List<String> cells = CsvLine.cells(line);
        if (cells.size() != columns.size()) {
            faults.add(file, number, cells.size() + " cells where the file has " + columns.size() + " columns");
            return;
        }
        rows.take(number, in(keys, cells), in(values, cells), cell(from, cells), cell(to, cells));
    }

    private static List<String> in(int[] positions, List<String> cells) {
        List<String> ordered = new ArrayList<>(positions.length);
        for (int position : positions) {
            ordered.add(cell(position, cells));
        }
        return ordered;
    }

    private static String cell(int position, List<String> cells) {
        return position < 0 ? "" : cells.get(position);
    }
}
