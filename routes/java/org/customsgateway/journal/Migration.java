package org.customsgateway.journal;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the database to the present version: one set of files, with what the engines call differently put in. */
final class Migration {

    private static final Map<String, String> SQLITE =
            Map.of("text", "TEXT", "bytes", "BLOB", "clustered", "WITHOUT ROWID");
    private static final Map<String, String> POSTGRESQL =
            Map.of("text", "TEXT COLLATE \"C\"", "bytes", "BYTEA", "clustered", "");

    private Migration() {}

    static void embedded(DataSource source) {
        migrate(source, SQLITE);
    }

    static void postgres(DataSource source) {
        migrate(source, POSTGRESQL);
    }

    private static void migrate(DataSource source, Map<String, String> words) {
        Flyway.configure(Migration.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/journal")
                .placeholders(words)
                .loggers("slf4j")
                .load()
                .migrate();
    }
}
