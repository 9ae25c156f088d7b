package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.customsgateway.connector.Partner;
import org.customsgateway.journal.Arrival;
import org.customsgateway.journal.Interchange;
import org.customsgateway.journal.InterchangeState;
import org.customsgateway.mapping.Shipped;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a partner says about our replies: it is kept, and never answered (ISO 9735-4). */
class AcknowledgementTest {

    private static final String CARRIER = "carrier";
    private static final String CONTRL = "UNB+UNOA:3+CARRIER+CUSTOMS+261121:1000+77'UNH+1+CONTRL:D:3:UN'"
            + "UCI+CUSR0000000005+CUSTOMS+CARRIER+%s'UNT+3+1'UNZ+1+77'";

    @TempDir
    Path folder;

    private Books books;
    private Partner carrier;

    @BeforeEach
    void open() throws IOException {
        books = new Books(folder).partner(CARRIER, "un-cuscar-d95b", "");
        carrier = books.partners().find(new PartnerId(CARRIER)).orElseThrow();
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void an_acknowledgement_is_noted_and_left_unanswered() throws IOException {
        read("i1", CONTRL.formatted("7"));
        assertThat(state("i1")).isEqualTo(InterchangeState.READ);
        assertThat(books.journal.replies().unreported(9)).isEmpty();
        assertThat(books.alarms()).isEmpty();
    }

    @Test
    void a_rejection_of_our_reply_is_alarmed_and_left_unanswered() throws IOException {
        read("i1", CONTRL.formatted("4+18"));
        assertThat(state("i1")).isEqualTo(InterchangeState.READ);
        assertThat(books.journal.replies().unreported(9)).isEmpty();
        assertThat(books.alarmText("REPLY-REJECTED"))
                .contains("CONTRL 4, error 18")
                .contains("i1");
    }

    @Test
    void a_directory_that_nobody_reads_is_refused_in_the_words_of_edifact() throws IOException {
        String unknown = "UNB+UNOA:3+CARRIER+CUSTOMS+261121:1000+78'UNH+1+CUSCAR:D:77Z:UN'BGM+85+X+9'UNT+3+1'UNZ+1+78'";
        Reading judged = judged("i1", unknown);
        assertThat(judged.isRefused()).isTrue();
        assertThat(judged.refusal()).anySatisfy(problem -> {
            assertThat(problem.rule()).startsWith("EDIFACT-");
            assertThat(problem.pointer().segment().tag()).isEqualTo("UNH");
        });
        assertThat(judged.heard().facts()).containsEntry("sender", "CARRIER").containsEntry("reference", "78");
    }

    @Test
    void a_reference_that_was_used_before_is_refused() throws IOException {
        String text = Files.readString(Path.of("src-test/golden/un-cuscar-d95b/declares-a-minimal-house/input.edi"));
        Reading first = judged("i1", text);
        assertThat(first.isRefused()).isFalse();
        books.journal.interchanges().reading("i1", Books.NODE, first.mapping().id(), "v", first.heard(), false);
        assertThat(judged(first.interchange()).isRefused())
                .as("the same one, after a crash")
                .isFalse();

        Reading second = judged("i2", text + "\n");
        assertThat(second.refusal()).singleElement().satisfies(problem -> {
            assertThat(problem.rule()).isEqualTo("EDIFACT-26");
            assertThat(problem.pointer().segment().element()).isEqualTo(6);
        });
    }

    private void read(String id, String text) throws IOException {
        Reading judged = judged(id, text);
        assertThat(judged.isRefused()).isFalse();
        new Declare(books.journal, books.raws, null, null, null, Books.NODE, 9, Books.COUNTS, books.clock)
                .acknowledged(judged);
    }

    private Reading judged(String id, String text) throws IOException {
        var kept = books.raws.take(text.getBytes(StandardCharsets.US_ASCII));
        books.journal
                .interchanges()
                .receive(new Arrival(
                        id, carrier.id(), Wire.QUEUE, null, id, kept, books.clock.instant(), List.of(), null));
        Interchange interchange = books.journal
                .interchanges()
                .claim(Books.NODE, 1, books.clock.instant().plusSeconds(60), books.clock.instant())
                .get(0);
        return judged(interchange);
    }

    private Reading judged(Interchange interchange) throws IOException {
        Identify identify = new Identify(Shipped.formats(), books.raws);
        Turn turn = new Turn(new ArrivalOrder(), books.journal);
        return turn.await(identify.judge(identify.format(Reading.of(interchange, carrier))));
    }

    private InterchangeState state(String id) {
        return books.journal.interchanges().find(id).orElseThrow().state();
    }
}
