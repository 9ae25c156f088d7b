package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When partners are told to come back later. */
class ScreeningTest {

    @Test
    void so_much_may_wait_to_be_read_and_it_is_counted_once_a_second(@TempDir Path folder) throws IOException {
        try (Books books = new Books(folder)) {
            var screening = new Screening(null, books.journal, 2, books.clock);
            books.declared("i1", "post-a", "parcels", 1);
            assertThat(screening.isFull()).isFalse();
            books.declared("i2", "post-a", "parcels", 1);
            assertThat(screening.isFull()).as("counted a moment ago").isFalse();
            books.clock.forward(Duration.ofSeconds(2));
            assertThat(screening.isFull()).isTrue();
            books.journal.interchanges().finish("i1", Books.NODE, 1, books.clock.instant());
            books.clock.forward(Duration.ofSeconds(2));
            assertThat(screening.isFull()).isFalse();
            assertThat(new Screening(null, books.journal, 0, books.clock).isFull())
                    .as("no limit")
                    .isFalse();
        }
    }
}
