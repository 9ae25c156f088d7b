package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.customsgateway.match.Seal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that hash buyers differently do not do so unseen. */
class MatchKeyTest {

    @Test
    void another_key_than_the_last_is_alarmed_once_and_shows_nothing_of_itself(@TempDir Path folder)
            throws IOException {
        try (Books books = new Books(folder)) {
            var one = new MatchKey(books.journal, "one", books.clock);
            var two = new MatchKey(books.journal, "two", books.clock);
            one.look(new Seal("a key"));
            two.look(new Seal("a key"));
            assertThat(books.alarms()).isEmpty();

            two.look(new Seal("another"));
            assertThat(books.alarms()).containsExactly("MATCH-KEY two");
            books.journal.alarms().clear("MATCH-KEY", "two", books.clock.instant());
            two.look(new Seal("another"));
            assertThat(books.alarms()).isEmpty();
            assertThat(books.journal.settings().get("match.key"))
                    .hasValueSatisfying(mark -> assertThat(mark).doesNotContain("another"));
        }
    }
}
