package org.customsgateway.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Seals what lies open in a column, or under another key than the first one. */
final class Sealing {

    private static final int PAGE = 500;

    private final Transaction tx;
    private final Vault vault;

    /** @param tx one that shows values as they stand in the columns */
    Sealing(Transaction tx, Vault vault) {
        this.tx = tx;
        this.vault = vault;
    }

    /**
     * @param last key of the last row that was looked at
     * @param sealed how many of them were sealed just now
     */
    record Page(Object[] last, int sealed) {}

    /** All columns that are searched by. */
    void searched() throws SQLException {
        for (Hidden column : Hidden.values()) {
            if (column.kind() == Hidden.Kind.SEARCHED) {
                Object[] after = null;
                do {
                    after = page(column, after).last();
                } while (after != null);
            }
        }
    }

    /**
     * The next rows of a column's table, in the order of their keys. Others may change them meanwhile: what is no longer as it was
     * read is left alone.
     *
     * @param after key of the row before, null to begin
     * @return with no last one when it was the last page
     */
    Page page(Hidden column, Object[] after) throws SQLException {
        if (column.key().isEmpty()) {
            return new Page(null, 0);
        }
        List<Object[]> rows = rows(column, after);
        List<Object[]> open = new ArrayList<>();
        for (Object[] row : rows) {
            Object value = row[row.length - 1];
            if (!value.equals("") && !vault.isSealed(column, value)) {
                Object[] arguments = new Object[row.length + 1];
                arguments[0] = vault.seal(new Hidden.Veiled(column, plain(column, value)));
                System.arraycopy(row, 0, arguments, 1, row.length);
                open.add(arguments);
            }
        }
        tx.batch(
                "UPDATE " + column.table() + " SET " + column.column() + " = ? WHERE "
                        + String.join(
                                " AND ",
                                names(column).stream()
                                        .map(name -> name + " = ?")
                                        .toList()) + " AND "
                        + column.column() + " = ?",
                open);
        Object[] last = rows.size() < PAGE ? null : rows.get(rows.size() - 1);
        return new Page(last == null ? null : Arrays.copyOf(last, last.length - 1), open.size());
    }

    private Object plain(Hidden column, Object value) {
        return value instanceof byte[] bytes ? vault.open(column, bytes) : vault.open(column, (String) value);
    }

    /** Each with its key and, last, the column's value as it stands there. */
    private List<Object[]> rows(Hidden column, Object[] after) throws SQLException {
        String key = String.join(", ", names(column));
        String marks = String.join(", ", Collections.nCopies(column.key().size(), "?"));
        String sql = "SELECT " + key + ", " + column.column() + " FROM " + column.table() + " WHERE " + column.column()
                + " IS NOT NULL" + (after == null ? "" : " AND (" + key + ") > (" + marks + ")") + " ORDER BY " + key
                + " LIMIT " + PAGE;
        return tx.rows(
                sql,
                row -> {
                    List<Object> values = new ArrayList<>();
                    for (String name : column.key()) {
                        values.add(name.endsWith("#") ? (Object) row.number() : row.text());
                    }
                    values.add(column.kind() == Hidden.Kind.BYTES ? row.bytes() : row.text());
                    return values.toArray();
                },
                after == null ? new Object[0] : after);
    }

    private static List<String> names(Hidden column) {
        return column.key().stream().map(name -> name.replace("#", "")).toList();
    }
}
