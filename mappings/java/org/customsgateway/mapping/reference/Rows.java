package org.customsgateway.mapping.reference;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes the rows of one file, checks their cells and packs them. */
final class Rows {

    private static final int MOST_DAYS = 10_000;

    private final Shape shape;
    private final String file;
    private final int number;
    private final TableBuilder into;
    private final Faults faults;

    /** Few days stand in many rows. */
    private final Map<String, Integer> days = new HashMap<>();

    /** @param number of the file among those of its set */
    Rows(Shape shape, String file, int number, TableBuilder into, Faults faults) {
        this.shape = shape;
        this.file = file;
        this.number = number;
        this.into = into;
        this.faults = faults;
    }

    /** @param keys and values in the order of the shape, empty where nothing is said */
    void take(int line, List<String> keys, List<String> values, String validFrom, String validTo) {
        boolean good = cells(line, shape.keys(), keys) & cells(line, shape.values(), values);
        byte[] key = PackedRows.key(keys.toArray(String[]::new));
        if (key == null) {
            faults.add(file, line, "the key is longer than " + PackedRows.LONGEST_KEY + " bytes");
        }
        if (line > PackedRows.MOST_LINES) {
            faults.add(file, line, "a file may have " + PackedRows.MOST_LINES + " lines");
        }
        int from = day(line, Shape.FROM, validFrom, Day.EVER);
        int to = day(line, Shape.TO, validTo, Day.FOREVER);
        if (from >= 0 && to >= 0 && from > to) {
            faults.add(file, line, "validTo " + validTo + " is before validFrom " + validFrom);
        } else if (good && key != null && from >= 0 && to >= 0 && line <= PackedRows.MOST_LINES) {
            into.add(from, to, line, number, key, bytes(values));
        }
    }

    private boolean cells(int line, List<String> columns, List<String> cells) {
        boolean good = true;
        for (int i = 0; i < columns.size(); i++) {
            String cell = cells.get(i);
            ValueType type = shape.types().get(columns.get(i));
            if (!type.allows(cell) || cell.length() > 1000 || control(cell)) {
                String shown = cell.length() > 40 ? cell.substring(0, 40) + "…" : cell;
                faults.add(file, line, columns.get(i) + " '" + printable(shown) + "' is not " + type.written());
                good = false;
            }
        }
        return good;
    }

    private static boolean control(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) < ' ' || cell.charAt(i) == 0x7F) {
                return true;
            }
        }
        return false;
    }

    private static String printable(String cell) {
        return cell.replaceAll("\\p{Cntrl}", "?");
    }

    private int day(int line, String column, String text, int open) {
        if (text.isEmpty()) {
            return open;
        }
        Integer known = days.get(text);
        if (known != null) {
            return known;
        }
        try {
            int day = Day.parse(text);
            if (days.size() < MOST_DAYS) {
                days.put(text, day);
            }
            return day;
        } catch (DateTimeException e) {
            String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
            faults.add(file, line, column + " '" + printable(shown) + "' is no day, written yyyy-mm-dd");
            return -1;
        }
    }

    private static byte[][] bytes(List<String> values) {
        byte[][] bytes = new byte[values.size()][];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = values.get(i).getBytes(StandardCharsets.UTF_8);
        }
        return bytes;
    }
}
