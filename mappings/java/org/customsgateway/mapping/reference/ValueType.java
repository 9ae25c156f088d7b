package org.customsgateway.mapping.reference;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the cells of a column may be.
 *
 * @param written as {@code sets.yaml} has it
 * @param pattern of all of a cell that is not empty
 * @param optional whether a cell may be empty, and the column may be left out
 */
public record ValueType(String written, Pattern pattern, boolean optional) {

    private static final Pattern TEXT = Pattern.compile(".+");

    private static final Map<String, Pattern> NAMED = Map.of(
            "text", TEXT, "number", Pattern.compile("\\d{1,18}(\\.\\d{1,9})?"), "flag", Pattern.compile("yes|no"));

    /**
     * @param written {@code text}, {@code number}, {@code flag}, or a regular expression between slashes; {@code ?} behind it: may be empty
     * @throws IllegalArgumentException if it is none of these
     */
    static ValueType of(String written) {
        boolean optional = written.endsWith("?");
        String type = optional ? written.substring(0, written.length() - 1) : written;
        if (NAMED.containsKey(type)) {
            return new ValueType(written, NAMED.get(type), optional);
        }
        if (type.length() > 2 && type.startsWith("/") && type.endsWith("/")) {
            return new ValueType(written, Pattern.compile(type.substring(1, type.length() - 1)), optional);
        }
        throw new IllegalArgumentException("'" + written + "' is not text, number, flag or a /pattern/");
    }

    boolean allows(String cell) {
        return cell.isEmpty()
                ? optional
                : pattern == TEXT || pattern.matcher(cell).matches();
    }
}
