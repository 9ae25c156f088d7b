package org.customsgateway.mapping.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One row of a set, as it holds on the day for which it was asked.
 *
 * @param shape of its set
 * @param keys its key, part by part
 * @param values in the order of the shape
 * @param validFrom first day, null if from ever
 * @param validTo last day, null if for ever
 * @param origin where it stands ({@code countries.csv:12}) or who said it
 */
public record ReferenceRow(
        Shape shape, List<String> keys, List<String> values, LocalDate validFrom, LocalDate validTo, String origin) {

    public ReferenceRow {
        keys = List.copyOf(keys);
        values = List.copyOf(values);
    }

    /**
     * @return empty where the cell is
     * @throws IllegalArgumentException if the set has no such column
     */
    public String text(String column) {
        int place = shape.place(column);
        return place < keys.size() ? keys.get(place) : values.get(place - keys.size());
    }

    /** Null where the cell is empty. */
    public BigDecimal number(String column) {
        String text = text(column);
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    /** Where it stands, without the folder: for a text that many rows are named in. */
    public String place() {
        return origin.substring(origin.lastIndexOf('/') + 1);
    }

    public boolean flag(String column) {
        return text(column).equals("yes");
    }
}
