package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody has said of every column whether it is personal, and the guide says the same as the code. */
class HiddenColumnsTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|([^|]*)\\|([^|]*)\\|$");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    @TempDir
    private Path folder;

    @Test
    void every_column_is_in_the_guide_and_is_what_the_guide_says() throws Exception {
        Set<String> sealed = new TreeSet<>();
        Set<String> open = new TreeSet<>();
        String guide = Files.readString(Path.of("docs/guides/data-protection.md"));
        String tables = guide.substring(guide.indexOf("## What lies where in the journal"));
        for (MatchResult row : ROW.matcher(tables).results().toList()) {
            names(row.group(2)).forEach(column -> sealed.add(row.group(1) + "." + column));
            names(row.group(3)).forEach(column -> open.add(row.group(1) + "." + column));
        }
        assertThat(sealed)
                .isEqualTo(Arrays.stream(Hidden.values()).map(Hidden::context).collect(Collectors.toSet()));
        Set<String> both = new TreeSet<>(sealed);
        both.addAll(open);
        assertThat(both).isEqualTo(columns());
        assertThat(both).hasSize(sealed.size() + open.size());
    }

    private static Set<String> names(String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1)).collect(Collectors.toSet());
    }

    private Set<String> columns() throws Exception {
        Database database = Database.embedded(folder.resolve("journal.db"));
        Journal.open(database).close();
        Set<String> columns = new TreeSet<>();
        try (Connection connection = EmbeddedStore.source(database).getConnection();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
                                        + " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE 'flyway%'")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        return columns;
    }
}
