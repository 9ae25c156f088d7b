package org.customsgateway.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.customsgateway.journal.Database;
import org.customsgateway.journal.Journal;
import org.customsgateway.load.OrderText;

/**
 * What must be durable of orders that are handed in, and nothing else: their rows in the journal's own schema, with its indexes, and
 * their bytes; so many in one synced commit as there are connections that may wait together.
 */
final class BareIntake {

    private BareIntake() {}

    static Duration of(Path file, int orders, int together) throws SQLException {
        Journal.open(Database.embedded(file)).close();
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = db.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            db.setAutoCommit(false);
            long start = System.nanoTime();
            try (var row = db.prepareStatement(
                            "INSERT INTO interchange (id, partner, wire, mark, name, raw_sha256, raw_size,"
                                    + " received_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
                    var body = db.prepareStatement("INSERT INTO raw (sha256, bytes, used_at) VALUES (?, ?, 1)")) {
                for (int i = 0; i < orders; i++) {
                    byte[] bytes = OrderText.of(i).getBytes(StandardCharsets.UTF_8);
                    String id = "I%017d".formatted(i);
                    String sha256 = "%064x".formatted(i * 7919L);
                    Object[] values = {
                        id, "load-platform", "HTTP", "key-" + i, "body.json", sha256, bytes.length, i, "RECEIVED"
                    };
                    for (int v = 0; v < values.length; v++) {
                        row.setObject(v + 1, values[v]);
                    }
                    row.executeUpdate();
                    body.setString(1, sha256);
                    body.setBytes(2, bytes);
                    body.executeUpdate();
                    if ((i + 1) % together == 0) {
                        db.commit();
                    }
                }
                db.commit();
            }
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }
}
