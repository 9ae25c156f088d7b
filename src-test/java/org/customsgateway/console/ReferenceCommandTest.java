package org.customsgateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.customsgateway.mapping.reference.References;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceCommandTest {

    @TempDir
    private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private void write(String maxAge, String... rows) throws IOException {
        Path folder = Files.createDirectories(home.resolve("mappings/reference"));
        Files.writeString(folder.resolve("sets.yaml"), """
                places:
                  title: Places
                  key: { code: "/[A-Z]+/" }
                  values: { name: text }
                """);
        Files.writeString(folder.resolve("places.csv"), """
                # title: Places
                # source: the gazette
                # licence: none needed
                # covers: all
                # sure: extract
                # asOf: 2026-11-20
                # maxAge: %s
                code,name,validFrom,validTo
                %s
                """.formatted(maxAge, String.join("\n", rows)));
    }

    private int check() {
        String[] args = {"reference", "check", "--home", home.toString()};
        return Commands.run(new OnlyReferences(), new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    @Test
    void says_what_is_there() throws IOException {
        write("P900Y", "A,Aa,2026-01-01,2026-01-31", "A,Ab,2026-03-01,2026-12-31");
        assertThat(check()).isZero();
        assertThat(out.toString().lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("places ")
                        .contains("2 rows")
                        .contains("valid until 2026-12-31")
                        .contains("1 gaps"))
                .anySatisfy(line -> assertThat(line)
                        .contains("mappings/reference/places.csv  extract, as of 2026-11-20, good until 2926-11-20")
                        .contains("source: the gazette"))
                .contains("  gap: A from 2026-02-01 to 2026-02-28");
    }

    @Test
    void old_or_broken_is_something_to_look_at() throws IOException {
        write("P0D", "A,Aa,,");
        assertThat(check()).isEqualTo(Commands.LOOK);
        assertThat(out.toString()).contains("  old: ");
        write("P900Y", "A,Aa,,", "A,Ab,,");
        assertThat(check()).isEqualTo(Commands.LOOK);
        assertThat(out.toString()).contains("broken: mappings/reference/places.csv:10: A holds on days");
    }

    @Test
    void what_else_it_can_do_is_nothing() {
        assertThat(Commands.run(new OnlyReferences(), new PrintWriter(out), new PrintWriter(err), "reference"))
                .isEqualTo(2);
        assertThat(check()).isEqualTo(2);
    }

    /** Reference data, and nothing else. */
    private static final class OnlyReferences extends NoWorks {

        @Override
        public References references(Settings settings) {
            return References.open(settings.home().resolve("mappings/reference"), null, Clock.systemUTC());
        }
    }
}
