package org.customsgateway.mapping.reference;

import java.util.List;
import java.util.Map;

/**
 * Which columns a set has, as {@code sets.yaml} says it.
 *
 * @param name of the set, and of its files without their ending
 * @param title what it is, in a few words
 * @param keys the columns by which a row is found, in this order; for each key and day there is at most one row
 * @param values the other columns, in this order
 * @param types of keys and values, by column
 * @param optional whether there may be no file of it
 */
public record Shape(
        String name,
        String title,
        List<String> keys,
        List<String> values,
        Map<String, ValueType> types,
        boolean optional) {

    static final String FROM = "validFrom";
    static final String TO = "validTo";

    int value(String column) {
        int at = values.indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException("the set " + name + " has no column " + column);
        }
        return at;
    }

    boolean knows(String column) {
        return types.containsKey(column) || column.equals(FROM) || column.equals(TO);
    }
}
