package org.customsgateway.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.customsgateway.journal.Database;
import org.customsgateway.journal.Journal;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The baseline of a run whose work is of many kinds: the rows that it left in the journal, copied into an empty one of the same schema
 * by plain JDBC, in as many synced transactions as the gateway needed. Nothing is read, parsed, mapped or validated, no
 * row is changed after it was written, and there is no broker: no gateway can be as fast, and what is between is not all its own.
 */
final class BareRows {

    /** The rows of one table, as they come. */
    private record Table(ResultSet rows, PreparedStatement insert, long count) {

        static Table of(Connection connection, String name) throws SQLException {
            long count;
            try (var statement = connection.createStatement();
                    var counted = statement.executeQuery("SELECT count(*) FROM run." + name)) {
                count = counted.getLong(1);
            }
            var rows = connection.createStatement().executeQuery("SELECT * FROM run." + name);
            int columns = rows.getMetaData().getColumnCount();
            var insert = connection.prepareStatement("INSERT INTO main.%s VALUES (%s)"
                    .formatted(name, String.join(", ", Collections.nCopies(columns, "?"))));
            return new Table(rows, insert, count);
        }

        /** Those of the one part, 0 the first. */
        void copy(long part, long parts) throws SQLException {
            int columns = insert.getParameterMetaData().getParameterCount();
            for (long row = count * part / parts; row < count * (part + 1) / parts; row++) {
                rows.next();
                for (int column = 1; column <= columns; column++) {
                    insert.setObject(column, rows.getObject(column));
                }
                insert.executeUpdate();
            }
        }
    }

    private BareRows() {}

    /**
     * How long it takes.
     *
     * @param journal of the gateway
     * @param commits that it has needed for what is in there
     */
    static Duration copied(Path journal, long commits, Path copy) throws SQLException {
        Journal.open(Database.embedded(copy)).close();
        try (var connection = source(copy).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ATTACH DATABASE 'file:" + journal + "?mode=ro' AS run");
            var tables = new ArrayList<Table>();
            for (var name : names(statement)) {
                statement.execute("DELETE FROM main." + name);
                tables.add(Table.of(connection, name));
            }
            long start = System.nanoTime();
            for (long commit = 0; commit < commits; commit++) {
                statement.execute("BEGIN IMMEDIATE");
                for (var table : tables) {
                    table.copy(commit, commits);
                }
                statement.execute("COMMIT");
            }
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    private static List<String> names(Statement statement) throws SQLException {
        var names = new ArrayList<String>();
        try (var found = statement.executeQuery("SELECT name FROM run.sqlite_schema WHERE type = 'table'"
                + " AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'flyway%'")) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        return names;
    }

    private static SQLiteDataSource source(Path copy) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setCacheSize(-32 * 1024);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + copy);
        return source;
    }
}
