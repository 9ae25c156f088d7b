package org.customsgateway.bench;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Orders in the journal of a gateway that is not running, which wait for a payment and a parcel that never come. */
record OpenLegs(Path journal) {

    private static final String INSERT = """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
            INSERT INTO leg (item_id, kind, order_key, payment_key, logistics_key, needs, cancels, state, deadline, facts)
            SELECT printf('OPEN%%08d-0000001', i), 'ORDER', 'nobody' || char(10) || i, 'nobody' || char(10) || 'P' || i,
                   'nobody' || char(10) || 'L' || i, 'LOGISTICS,PAYMENT', 0, 'WAITING', %d, '{}' FROM n
            """;
    private static final long IN_THE_YEAR_2100 = 4_102_444_800_000L;

    void add(int orders) throws SQLException {
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + journal);
                var statement = db.createStatement()) {
            statement.executeUpdate(INSERT.formatted(orders, IN_THE_YEAR_2100));
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }
}
