package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.customsgateway.console.Commands;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer starts first: everything in it has to come true. */
@Tag("wire")
class DemoTest {

    @TempDir
    private Path folder;

    @Test
    void everything_that_the_demo_shows_comes_true() throws Exception {
        var out = new StringWriter();
        var err = new StringWriter();

        var code = Commands.run(
                new Gateway(),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "demo",
                "--data",
                folder.toString());

        assertThat(code).as(out + "\n" + err).isZero();
        assertThat(out.toString()).contains("What became of it").doesNotContain("\u001b");
        try (var replies = Files.list(folder.resolve("replies"))) {
            assertThat(replies).isNotEmpty();
        }
    }
}
