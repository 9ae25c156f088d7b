package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Every statement of the contract finds its rows by an index, however many there are: a plan of SQLite without statistics. */
class QueryPlansTest implements JournalContract {

    private static final Pattern SCAN = Pattern.compile("SCAN (\\S+)(.*)");

    /** By its other name where the statement gives it one. */
    private static final Set<String> MAY_BE_READ_WHOLE = Set.of(
            // what a statement has made of a few rows
            "CONSTANT",
            "waiting",
            "w",
            "u",
            "open",
            // what has a row for each partner or node
            "lease",
            // what is emptied all the time
            "raw_gone",
            // what a person looks through, the latest first
            "purge",
            "access_log",
            "as2_refusal");

    /** Indexes of what is still open: few rows, whatever lies behind them. */
    private static final Set<String> OPEN = Set.of(
            "interchange_open",
            "interchange_unanswered",
            "hand_over_unsent",
            "hand_over_open",
            "status_unreported",
            "reply_due",
            "reply_draft",
            "returned_news",
            "alarm_open");

    @TempDir
    private Path folder;

    private final Set<String> statements = new TreeSet<>();

    @Override
    public Journal open() {
        Database database = Database.embedded(folder.resolve("journal.db"));
        try {
            Migration.embedded(EmbeddedStore.source(database));
            return new Journal(
                    new OneConnection(EmbeddedStore.source(database).getConnection(), statements), Vault.OPEN);
        } catch (SQLException e) {
            throw Store.fault(e);
        }
    }

    @AfterEach
    void noneReadsAWholeTable() throws SQLException {
        Database database = Database.embedded(folder.resolve("journal.db"));
        List<String> whole = new ArrayList<>();
        try (Connection connection = EmbeddedStore.source(database).getConnection()) {
            // what a contract counts by itself
            statements.removeIf(sql -> sql.matches("SELECT count\\(\\*\\) FROM \\w+"));
            // the report of all partners, which a person asks for
            statements.removeIf(sql -> sql.contains("FROM quality WHERE ? = ''"));
            for (String sql : statements) {
                for (String step : plan(connection, sql)) {
                    if (readsAll(step)) {
                        whole.add(step + " in " + sql.strip());
                    }
                }
            }
        }
        assertThat(whole).isEmpty();
    }

    private static boolean readsAll(String step) {
        var match = SCAN.matcher(step);
        return match.matches()
                && !MAY_BE_READ_WHOLE.contains(match.group(1))
                && OPEN.stream().noneMatch(index -> match.group(2).contains("INDEX " + index));
    }

    private static List<String> plan(Connection connection, String sql) throws SQLException {
        List<String> steps = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("EXPLAIN QUERY PLAN " + sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                steps.add(rows.getString("detail"));
            }
        }
        return steps;
    }

    /** All units one after another over one connection that notes what it prepares. */
    private record OneConnection(Connection connection, Set<String> statements) implements Store {

        @Override
        public <T> T write(Unit<T> unit) {
            return run(unit, "COMMIT");
        }

        @Override
        public <T> T read(Unit<T> unit) {
            return run(unit, "ROLLBACK");
        }

        private synchronized <T> T run(Unit<T> unit, String end) {
            Transaction control = new Transaction(connection, false, Vault.OPEN);
            try {
                control.update("BEGIN IMMEDIATE");
                boolean done = false;
                try {
                    T result = unit.in(new Transaction(noting(), false, Vault.OPEN));
                    control.update(end);
                    done = true;
                    return result;
                } finally {
                    if (!done) {
                        control.update("ROLLBACK");
                    }
                }
            } catch (SQLException e) {
                throw Store.fault(e);
            }
        }

        private Connection noting() {
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) {
                            statements.add(arguments[0]
                                    .toString()
                                    .lines()
                                    .map(String::strip)
                                    .collect(Collectors.joining(" ")));
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw Store.fault(e);
            }
        }
    }
}
