package org.customsgateway.mapping.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which columns a set has, as {@code sets.yaml} says it. */
public final class Shape {

    static final String FROM = "validFrom";
    static final String TO = "validTo";

    private final String name;
    private final String title;
    private final List<String> keys;
    private final List<String> values;
    private final Map<String, ValueType> types;
    private final boolean optional;
    /** Of each column its place among keys and values: rules ask for cells by name a hundred times for each item. */
    private final Map<String, Integer> places = new HashMap<>();

    Shape(
            String name,
            String title,
            List<String> keys,
            List<String> values,
            Map<String, ValueType> types,
            boolean optional) {
        this.name = name;
        this.title = title;
        this.keys = List.copyOf(keys);
        this.values = List.copyOf(values);
        this.types = Map.copyOf(types);
        this.optional = optional;
        for (String column : keys) {
            places.putIfAbsent(column, places.size());
        }
        for (String column : values) {
            places.putIfAbsent(column, places.size());
        }
    }

    /** Of the set, and of its files without their ending. */
    public String name() {
        return name;
    }

    /** What it is, in a few words. */
    public String title() {
        return title;
    }

    /** The columns by which a row is found, in this order; for each key and day there is at most one row. */
    public List<String> keys() {
        return keys;
    }

    /** The other columns, in this order. */
    public List<String> values() {
        return values;
    }

    /** Of keys and values, by column. */
    public Map<String, ValueType> types() {
        return types;
    }

    /** Whether there may be no file of it. */
    public boolean optional() {
        return optional;
    }

    /**
     * The place of a column: of the first key 0, of the first value as much as there are keys.
     *
     * @throws IllegalArgumentException if the set has no such column
     */
    int place(String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException("the set " + name + " has no column " + column);
        }
        return place;
    }

    boolean knows(String column) {
        return types.containsKey(column) || column.equals(FROM) || column.equals(TO);
    }
}
