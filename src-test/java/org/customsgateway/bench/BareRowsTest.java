package org.customsgateway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.customsgateway.journal.Database;
import org.customsgateway.journal.Journal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The baseline is worth something only if it writes all that there is. */
class BareRowsTest {

    private static final String ALL =
            "SELECT name, value FROM counter UNION ALL SELECT name, until FROM lease ORDER BY name";

    @TempDir
    Path folder;

    @Test
    void has_all_rows_of_the_journal() throws Exception {
        var file = folder.resolve("journal.db");
        var copy = folder.resolve("copy.db");
        Journal.open(Database.embedded(file)).close();
        try (var run = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = run.createStatement()) {
            statement.execute("INSERT INTO lease (name, owner, until) VALUES ('outbox', 'node', 1)");
            for (int i = 0; i < 20; i++) {
                statement.execute("INSERT INTO counter (name, value) VALUES ('c%02d', %d)".formatted(i, i));
            }
        }
        BareRows.copied(file, 7, copy);
        assertThat(rows(copy)).hasSize(21).isEqualTo(rows(file));
    }

    private static List<String> rows(Path file) throws Exception {
        var rows = new ArrayList<String>();
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = db.createStatement();
                var found = statement.executeQuery(ALL)) {
            while (found.next()) {
                rows.add(found.getString(1) + "=" + found.getInt(2));
            }
        }
        return rows;
    }
}
