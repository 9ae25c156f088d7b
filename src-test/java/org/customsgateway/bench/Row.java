package org.customsgateway.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A row of the journal as it lies there. */
record Row(List<String> columns, Object[] values) {

    static List<Row> all(Connection db, String sql, String... parameters) throws SQLException {
        var rows = new ArrayList<Row>();
        try (var statement = db.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (var results = statement.executeQuery()) {
                var columns = new ArrayList<String>();
                int width = results.getMetaData().getColumnCount();
                for (int i = 1; i <= width; i++) {
                    columns.add(results.getMetaData().getColumnName(i));
                }
                while (results.next()) {
                    var values = new Object[width];
                    for (int i = 0; i < width; i++) {
                        values[i] = results.getObject(i + 1);
                    }
                    rows.add(new Row(columns, values));
                }
            }
        }
        return rows;
    }

    String insertInto(String table) {
        return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    /** The same row with other values in some columns, given as name, value, name, value. */
    Object[] with(Object... changes) {
        var changed = Arrays.copyOf(values, values.length);
        for (int i = 0; i < changes.length; i += 2) {
            changed[place((String) changes[i])] = changes[i + 1];
        }
        return changed;
    }

    Object get(String column) {
        return values[place(column)];
    }

    int place(String column) {
        return columns.indexOf(column);
    }
}
