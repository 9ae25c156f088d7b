package org.customsgateway.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * SQL inside a transaction. Statements stay prepared as long as the connection is the transaction's own. Arguments: text
 * (or anything that is shown as text), whole numbers, {@link Instant} as milliseconds, booleans as 0 and 1, bytes, null, and what
 * {@link Hidden#of} a column is.
 */
public final class Transaction {

    /** Keys of one statement in {@link #rowsIn}: enough to save the trips, few enough to plan well. */
    private static final int KEYS = 64;

    private final Connection connection;
    private final boolean several;
    private final Vault vault;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** @param several whether other writers work at the same time, so that rows must be locked before they are changed */
    Transaction(Connection connection, boolean several, Vault vault) {
        this.connection = connection;
        this.several = several;
        this.vault = vault;
    }

    Vault vault() {
        return vault;
    }

    /** Ends a SELECT whose rows are going to be changed; waits for others. */
    public String locking() {
        return several ? " FOR UPDATE" : "";
    }

    /** Ends a SELECT whose rows are going to be changed; leaves out those that others are changing. */
    public String lockingFree() {
        return several ? " FOR UPDATE SKIP LOCKED" : "";
    }

    public int update(String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = prepare(sql);
        bind(statement, 1, arguments);
        return statement.executeUpdate();
    }

    /** Returns how many rows each of them has changed. */
    public int[] batch(String sql, Collection<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return new int[0];
        }
        PreparedStatement statement = prepare(sql);
        try {
            for (Object[] row : rows) {
                bind(statement, 1, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        } finally {
            statement.clearBatch();
        }
    }

    /** Also for a changing statement with RETURNING. */
    public <T> List<T> rows(String sql, Row<T> row, Object... arguments) throws SQLException {
        PreparedStatement statement = prepare(sql);
        bind(statement, 1, arguments);
        List<T> found = new ArrayList<>();
        read(statement, row, found);
        return found;
    }

    public <T> Optional<T> row(String sql, Row<T> row, Object... arguments) throws SQLException {
        List<T> found = rows(sql, row, arguments);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** Rows for many keys: {@code sql} says {@code IN (%s)} once, before which stand the other arguments. */
    public <T> List<T> rowsIn(String sql, Collection<?> keys, Row<T> row, Object... before) throws SQLException {
        List<T> found = new ArrayList<>();
        List<?> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += KEYS) {
            List<?> some = all.subList(from, Math.min(all.size(), from + KEYS));
            // the last key fills up the place, so that there are few different statements
            int width = some.size() == 1 ? 1 : some.size() <= 8 ? 8 : KEYS;
            PreparedStatement statement = prepare(sql.formatted(String.join(",", Collections.nCopies(width, "?"))));
            bind(statement, 1, before);
            for (int i = 0; i < width; i++) {
                bind(statement, before.length + 1 + i, some.get(Math.min(i, some.size() - 1)));
            }
            read(statement, row, found);
        }
        return found;
    }

    void close() throws SQLException {
        try {
            for (PreparedStatement statement : prepared.values()) {
                statement.close();
            }
        } finally {
            prepared.clear();
        }
    }

    private <T> void read(PreparedStatement statement, Row<T> row, List<T> found) throws SQLException {
        try (ResultSet results = statement.executeQuery()) {
            Columns columns = new Columns(results, vault);
            while (columns.next()) {
                found.add(row.of(columns));
            }
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    private void bind(PreparedStatement statement, int first, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            int at = first + i;
            Object value = values[i] instanceof Hidden.Veiled veiled ? vault.seal(veiled) : values[i];
            if (value == null) {
                statement.setNull(at, Types.NULL);
            } else if (value instanceof Integer || value instanceof Long) {
                statement.setLong(at, ((Number) value).longValue());
            } else if (value instanceof Instant instant) {
                statement.setLong(at, instant.toEpochMilli());
            } else if (value instanceof Boolean yes) {
                statement.setLong(at, yes ? 1 : 0);
            } else if (value instanceof byte[] bytes) {
                statement.setBytes(at, bytes);
            } else {
                statement.setString(at, value.toString());
            }
        }
    }
}
