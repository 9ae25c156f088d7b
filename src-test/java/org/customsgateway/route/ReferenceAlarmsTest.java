package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.customsgateway.mapping.reference.References;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceAlarmsTest {

    @TempDir
    Path folder;

    private void write(String asOf, String row) throws IOException {
        Path reference = Files.createDirectories(folder.resolve("reference"));
        Files.writeString(reference.resolve("sets.yaml"), """
                places:
                  title: Places
                  key: { code: "/[A-Z]+/" }
                  values: { name: text }
                """);
        Files.writeString(reference.resolve("places.csv"), """
                # title: Places
                # source: the gazette
                # licence: none needed
                # covers: all
                # sure: example
                # asOf: %s
                # maxAge: P10D
                code,name,validFrom,validTo
                %s
                """.formatted(asOf, row));
    }

    @Test
    void old_and_broken_data_is_told_until_it_is_mended() throws IOException {
        write("2026-11-12", "A,Aa,,");
        try (Books books = new Books(folder)) {
            References references = References.open(folder.resolve("reference"), null, books.clock);
            ReferenceAlarms alarms = new ReferenceAlarms(books.journal, books.clock);
            alarms.accept(references);
            assertThat(books.alarms()).isEmpty();

            books.clock.forward(Duration.ofDays(1));
            alarms.accept(references);
            assertThat(books.alarms()).isEmpty();
            books.clock.forward(Duration.ofDays(1));
            alarms.accept(references);
            assertThat(books.alarms()).containsExactly("REFERENCE-AGE places");
            assertThat(books.alarmText("REFERENCE-AGE"))
                    .contains("since 2026-11-23")
                    .contains("the gazette");

            write("2026-11-22", "a,Aa,,,");
            references.look();
            alarms.accept(references);
            assertThat(books.alarms()).containsExactlyInAnyOrder("REFERENCE-AGE places", "REFERENCE-FAULT places");
            assertThat(books.alarmText("REFERENCE-FAULT")).contains("places.csv:9: 5 cells");
            alarms.accept(references);
            assertThat(books.alarms()).hasSize(2);

            write("2026-11-22", "B,Bb,,");
            References anotherRun = References.open(folder.resolve("reference"), null, books.clock);
            new ReferenceAlarms(books.journal, books.clock).accept(anotherRun);
            assertThat(books.alarms()).isEmpty();
        }
    }
}
