package org.customsgateway.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One line of a table that an engineer keeps: RFC 4180, without line breaks in a cell; space around a cell is not its own. */
public final class CsvLine {

    private CsvLine() {}

    public static List<String> cells(String line) {
        return line.indexOf('"') < 0
                ? Arrays.stream(line.split(",", -1)).map(String::strip).toList()
                : quoted(line);
    }

    private static List<String> quoted(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
