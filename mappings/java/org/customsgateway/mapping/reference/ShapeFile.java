package org.customsgateway.mapping.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.customsgateway.mapping.BrokenFormat;
import org.customsgateway.mapping.YamlMap;

/** Reads {@code sets.yaml}: which sets there are, and their columns. */
final class ShapeFile {

    private static final Set<String> KEYS = Set.of("title", "key", "values", "optional");

    private final String file;
    private final Faults faults;

    private ShapeFile(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** By name of the set. */
    static Map<String, Shape> read(String file, byte[] bytes, Faults faults) {
        try {
            return new ShapeFile(file, faults).shapes(YamlMap.parse(file, bytes));
        } catch (BrokenFormat e) {
            e.faults().forEach(fault -> faults.add(fault.file(), fault.line(), fault.text()));
            return Map.of();
        }
    }

    private Map<String, Shape> shapes(YamlMap top) {
        Map<String, Shape> shapes = new TreeMap<>();
        for (String name : top.keys()) {
            if (name.matches("[a-z][a-z0-9-]{0,40}") && !name.equals("sets")) {
                shapes.put(name, shape(name, top.map(name)));
            } else {
                faults.add(file, top.line(name), "'" + name + "' is no name of a set: small letters, digits and -");
            }
        }
        return shapes;
    }

    private Shape shape(String name, YamlMap yaml) {
        yaml.keys().stream()
                .filter(key -> !KEYS.contains(key))
                .forEach(key -> faults.add(file, yaml.line(key), key + " is not a key of a set"));
        Map<String, ValueType> types = new HashMap<>();
        List<String> keys = columns(yaml, "key", types);
        List<String> values = columns(yaml, "values", types);
        if (keys.isEmpty()) {
            faults.add(file, yaml.line("key"), name + " has no key");
        }
        return new Shape(
                name,
                yaml.text("title"),
                keys,
                values,
                types,
                yaml.text("optional").equals("true"));
    }

    private List<String> columns(YamlMap yaml, String part, Map<String, ValueType> types) {
        YamlMap columns = yaml.map(part);
        for (String column : columns.keys()) {
            if (column.equals(Shape.FROM) || column.equals(Shape.TO) || types.containsKey(column)) {
                faults.add(file, columns.line(column), "the column " + column + " is there already");
            }
            try {
                types.put(column, ValueType.of(columns.text(column)));
            } catch (IllegalArgumentException e) {
                faults.add(file, columns.line(column), column + ": " + e.getMessage());
            }
        }
        return new ArrayList<>(columns.keys());
    }
}
