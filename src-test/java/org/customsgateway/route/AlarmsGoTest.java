package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.customsgateway.journal.Database;
import org.customsgateway.journal.DecisionEntry;
import org.customsgateway.journal.HandOver;
import org.customsgateway.match.MatchFiles;
import org.customsgateway.message.ItemId;
import org.customsgateway.message.PartnerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An alarm whose reason goes, goes. */
class AlarmsGoTest {

    @TempDir
    Path folder;

    @Test
    void with_the_last_late_answer_the_back_end_is_overdue_no_more() throws IOException {
        try (Books books = new Books(folder).partner("post-a", "parcels", "")) {
            var tables = StatusTables.read(Path.of("mappings/_shared"), Books.BACK_ENDS);
            var timeOuts = new TimeOuts(
                    books.journal, new Combine(tables, Books.BACK_ENDS, books.partners(), "wait"), books.clock);
            books.declared("i", "post-a", "parcels", 2);
            books.journal
                    .handOvers()
                    .sent(
                            Stream.of(1, 2)
                                    .map(n -> new HandOver(ItemId.of("i", n), "risk", new PartnerId("post-a")))
                                    .toList(),
                            books.clock.instant());
            books.clock.forward(Duration.ofHours(2));
            timeOuts.sweep();
            assertThat(books.alarms()).containsExactly("DECISION-OVERDUE risk");

            answered(books, 1);
            timeOuts.sweep();
            assertThat(books.alarms()).containsExactly("DECISION-OVERDUE risk");
            answered(books, 2);
            timeOuts.sweep();
            assertThat(books.alarms()).isEmpty();
        }
    }

    @Test
    void one_that_is_raised_again_in_the_same_moment_is_open_again() throws IOException {
        try (Books books = new Books(folder)) {
            books.journal.alarms().raise("VIEW", "customs", "the first", books.clock.instant());
            books.journal.alarms().clear("VIEW", "customs", books.clock.instant());
            books.journal.alarms().raise("VIEW", "customs", "the second", books.clock.instant());
            assertThat(books.alarmText("VIEW")).isEqualTo("the second");
        }
    }

    private static void answered(Books books, int n) {
        Instant at = books.clock.instant();
        var answer = Answer.of(Outcome.RELEASE).toJson();
        books.journal
                .decisions()
                .decide(
                        List.of(new DecisionEntry(
                                ItemId.of("i", n), "risk", "r", "00", answer, true, at, at, new byte[0])),
                        standing -> Optional.empty());
    }

    @Test
    void an_order_that_our_files_could_not_declare_waits_until_they_can() throws IOException {
        Path match = Files.createDirectories(folder.resolve("match"));
        try (Stream<Path> all = Files.list(Path.of("mappings/_shared/match"))) {
            for (Path file : all.toList()) {
                Files.copy(file, match.resolve(file.getFileName()));
            }
        }
        Path join = match.resolve("join.csv");
        String good = Files.readString(join);
        Files.writeString(join, good + "Declaration/ID,order|payment,all,,\n");
        MatchFiles files = MatchFiles.open(match, Books.POSITIONS);
        try (MatchDesk desk = new MatchDesk(folder, Database.embedded(folder.resolve("journal.db")), files)) {
            MatchCase.examples("1").forEach((leg, document) -> desk.send(leg, leg, document));
            desk.clock.forward(Duration.ofHours(30));
            desk.match.sweep();
            desk.match.overdue();
            assertThat(desk.status("order-0000001")).isEqualTo("RECEIVED PENDING_MATCH");
            assertThat(desk.status("payment-0000001")).isEqualTo("RECEIVED PENDING_MATCH");
            assertThat(desk.journal.alarms().open("MATCH-FAULT")).containsExactly("order-0000001");

            Files.writeString(join, good);
            desk.match.files();
            desk.clock.forward(Duration.ofMinutes(1));
            desk.match.sweep();
            assertThat(desk.handedOver("order-0000001").properties()).containsEntry("match", "matched");
            assertThat(desk.status("payment-0000001")).isEqualTo("ACCEPTED MATCHED");
            assertThat(desk.journal.alarms().open(9)).isEmpty();
        }
    }
}
