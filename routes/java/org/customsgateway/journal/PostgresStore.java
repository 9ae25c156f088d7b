package org.customsgateway.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** PostgreSQL: ordinary transactions; one that loses a race with another node is run again. */
final class PostgresStore implements Store {

    /** serialization_failure, deadlock_detected, unique_violation (PostgreSQL manual, appendix A). */
    private static final Set<String> RACES = Set.of("40001", "40P01", "23505");

    private static final int TRIES = 8;

    private final HikariDataSource pool;
    private Vault vault = Vault.OPEN;

    PostgresStore(Database database) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("journal");
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(Math.max(2, database.connections()));
        config.setAutoCommit(false);
        // its details repeat values of the row, and what fails is logged
        config.addDataSourceProperty("logServerErrorDetail", "false");
        pool = new HikariDataSource(config);
    }

    HikariDataSource source() {
        return pool;
    }

    /** Once, before anything is read or written. */
    void use(Vault opened) {
        vault = opened;
    }

    @Override
    public <T> T write(Unit<T> unit) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(unit);
            } catch (SQLException e) {
                if (attempt == TRIES || e.getSQLState() == null || !RACES.contains(e.getSQLState())) {
                    throw Store.fault(e);
                }
                long most = TimeUnit.MILLISECONDS.toNanos(5) << attempt;
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
            }
        }
    }

    @Override
    public <T> T read(Unit<T> unit) {
        try {
            return once(unit);
        } catch (SQLException e) {
            throw Store.fault(e);
        }
    }

    private <T> T once(Unit<T> unit) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            Transaction tx = new Transaction(connection, true, vault);
            try {
                T result = unit.in(tx);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollback(connection, e);
                throw e;
            } finally {
                tx.close();
            }
        }
    }

    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
