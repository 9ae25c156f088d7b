package org.customsgateway.mapping.reference;

import java.util.List;
import org.customsgateway.mapping.BrokenFormat;
import org.customsgateway.mapping.YamlMap;

/** Reads a set from YAML: its head as keys, and {@code rows}, each a mapping of columns; or the entry of a lookup service. */
final class YamlFile {

    private final Shape shape;
    private final String file;
    private final Head head;
    private final Rows rows;
    private final Faults faults;

    YamlFile(Shape shape, String file, Head head, Rows rows, Faults faults) {
        this.shape = shape;
        this.file = file;
        this.head = head;
        this.rows = rows;
        this.faults = faults;
    }

    /** @return the settings of the service that is asked, or null */
    LookupEntry read(byte[] bytes) {
        try {
            YamlMap top = YamlMap.parse(file, bytes);
            for (String key : top.keys()) {
                if (Head.KEYS.contains(key)) {
                    head.say(key, top.text(key), top.line(key));
                } else if (!key.equals("rows") && !key.equals("lookup")) {
                    faults.add(file, top.line(key), key + " is not a key of this file");
                }
            }
            top.maps("rows").forEach(this::row);
            return top.keys().contains("lookup") ? LookupEntry.read(shape, file, top.map("lookup"), faults) : null;
        } catch (BrokenFormat e) {
            e.faults().forEach(fault -> faults.add(fault.file(), fault.line(), fault.text()));
            return null;
        }
    }

    private void row(YamlMap row) {
        row.keys().stream()
                .filter(column -> !shape.knows(column))
                .forEach(column -> faults.add(
                        file, row.line(column), "the set " + shape.name() + " has no column '" + column + "'"));
        rows.take(
                row.line(""),
                texts(shape.keys(), row),
                texts(shape.values(), row),
                row.text(Shape.FROM),
                row.text(Shape.TO));
    }

    private static List<String> texts(List<String> columns, YamlMap row) {
        return columns.stream().map(row::text).toList();
    }
}
