package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What becomes of many messages, one line each, in {@code src-test/golden-tables}; written anew as golden cases are. */
final class GoldenTable {

    private GoldenTable() {}

    static void holds(String name, String actual) throws IOException {
        Path table = Path.of("src-test/golden-tables", name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(table.getParent());
            Files.writeString(table, actual);
            fail("written anew, look at the difference: " + table);
        }
        assertThat(actual).isEqualTo(Files.readString(table));
    }
}
