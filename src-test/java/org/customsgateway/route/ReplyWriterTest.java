package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.camel.impl.DefaultCamelContext;
import org.customsgateway.journal.Reply;
import org.customsgateway.journal.ReplyState;
import org.customsgateway.mapping.Formats;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.StatusCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reply that we cannot write is our fault: it takes no other with it, and it is not lost. */
class ReplyWriterTest {

    private static final Path DRAWERS = Path.of("src-test/resources/drawers");
    private static final String NUMBER = "${reply.controlNumber}";
    private static final FormatId PARCELS = new FormatId("parcels");
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private Path template;
    private Books books;
    private Formats formats;
    private ReplyWriter writer;

    @BeforeEach
    void open() throws IOException {
        Path home = copy(folder.resolve("home"));
        template = home.resolve("mappings/parcels/reply.ftl");
        // a template of ours that fails for one interchange and for no other
        edit(NUMBER, "${(reply.interchangeReference == \"ref-bad\")?then(\"none\", reply.controlNumber)}");
        formats = Formats.open(
                home.resolve("mappings"), home.resolve("xsd"), document -> List.of(), new DefaultCamelContext());
        books = new Books(folder).partner("post-a", "parcels", "").partner("post-b", "parcels", "");
        books.partner("post-gone", "gone", "");
        books.partner("post-each", "parcels", "reply: { batch: { items: 1 } }\n");
        writer = writer();
    }

    private ReplyWriter writer() {
        return new ReplyWriter(
                books.journal, books.raws, formats, books.partners(), new Ids(), new AtOnce(), books.clock);
    }

    @AfterEach
    void close() {
        books.close();
        formats.close();
    }

    @Test
    void a_reply_that_cannot_be_written_stops_no_other_and_takes_no_number() {
        books.declared("bad", "post-a", "parcels", 1);
        books.declared("good", "post-a", "parcels", 1);
        books.declared("other", "post-b", "parcels", 1);
        books.clock.forward(LONG);

        assertThat(writer.due()).isTrue();

        assertThat(states("bad")).containsExactly(ReplyState.DRAFT);
        assertThat(states("good")).containsExactly(ReplyState.PENDING);
        assertThat(states("other")).containsExactly(ReplyState.PENDING);
        assertThat(numbers("bad", "good")).containsExactly(1L, 2L);
    }

    @Test
    void it_is_tried_again_ever_later_then_parked_and_written_with_its_own_number_when_resumed() throws IOException {
        books.declared("bad", "post-a", "parcels", 1);
        books.clock.forward(LONG);
        writer.due();
        assertThat(books.replies("bad").get(0).attempts()).isEqualTo(1);
        writer.sweep();
        assertThat(books.replies("bad").get(0).attempts()).as("not at once").isEqualTo(1);

        for (int attempt = 2; attempt <= ReplyWriter.WRITING.attempts(); attempt++) {
            assertThat(books.alarms()).isEmpty();
            books.clock.forward(ReplyWriter.WRITING.wait(attempt - 1));
            writer.sweep();
        }

        Reply parked = books.replies("bad").get(0);
        assertThat(parked.state()).isEqualTo(ReplyState.PARKED);
        assertThat(books.alarms()).containsExactly("PARKED " + parked.id());
        assertThat(books.alarmText("PARKED")).contains("'none' is not a valid value");
        books.clock.forward(LONG);
        writer.sweep();
        assertThat(states("bad")).containsExactly(ReplyState.PARKED);

        edit("\"none\"", "reply.controlNumber");
        formats.reload();
        assertThat(books.journal.outbox().resume(parked.id(), books.clock.instant()))
                .isTrue();
        writer.sweep();

        Reply written = books.replies("bad").get(0);
        assertThat(written.state()).isEqualTo(ReplyState.PENDING);
        assertThat(books.text(written)).contains("<Number>1</Number>");
        assertThat(books.alarms()).isEmpty();
    }

    @Test
    void many_replies_of_one_interchange_are_written_together_and_those_of_another_wait_for_some_only() {
        books.declared("many", "post-each", "parcels", 50);
        books.declared("one", "post-b", "parcels", 1);
        books.clock.forward(LONG);

        writer.due();

        assertThat(states("many")).hasSize(20);
        assertThat(states("one")).hasSize(1);
        writer.due();
        writer.due();
        assertThat(states("many")).hasSize(50);
        assertThat(writer.due()).isFalse();
    }

    @Test
    void drafts_that_cannot_be_written_do_not_hide_those_that_a_crash_has_left() {
        for (int n = 0; n < 25; n++) {
            String id = n == 0 ? "bad" : "left" + n;
            books.declared(id, "post-a", "parcels", 1);
            books.journal
                    .replies()
                    .draft("R-%02d".formatted(n), id, Set.of(StatusCode.values()), PARCELS, 9, books.clock.instant());
        }
        books.clock.forward(LONG);

        writer.sweep();

        assertThat(states("bad")).containsExactly(ReplyState.DRAFT);
        assertThat(states("left24")).containsExactly(ReplyState.PENDING);
    }

    @Test
    void a_format_that_is_not_usable_is_alarmed_and_its_many_interchanges_hide_no_other() {
        for (int n = 0; n < 201; n++) {
            books.refused("gone%03d".formatted(n), "post-gone");
        }
        books.clock.forward(Duration.ofSeconds(1));
        books.refused("good", "post-a");
        books.clock.forward(LONG);

        assertThat(writer.due()).isTrue();

        assertThat(states("good")).containsExactly(ReplyState.PENDING);
        assertThat(states("gone000")).isEmpty();
        assertThat(books.alarms()).containsExactly("REPLY-FORMAT gone");
    }

    @Test
    void the_alarm_of_a_format_goes_when_it_is_usable_again_even_by_another_run() {
        books.journal.alarms().raise("REPLY-FORMAT", "parcels", "an earlier run could not", books.clock.instant());
        books.refused("good", "post-a");
        books.clock.forward(LONG);

        writer().due();

        assertThat(states("good")).containsExactly(ReplyState.PENDING);
        assertThat(books.alarms()).isEmpty();
    }

    @Test
    void a_refusal_of_what_gave_too_little_for_a_reply_is_left_to_a_person_and_takes_no_number() throws IOException {
        Path home = folder.resolve("home");
        Path format = home.resolve("mappings/parcels/format.yaml");
        Files.writeString(format, Files.readString(format) + "needs: [ sender ]\n");
        formats.close();
        formats = Formats.open(
                home.resolve("mappings"), home.resolve("xsd"), document -> List.of(), new DefaultCamelContext());
        books.refused("nameless", "post-a");
        books.declared("good", "post-a", "parcels", 1);
        books.clock.forward(LONG);

        writer = writer();
        writer.due();
        assertThat(writer.due()).isFalse();

        assertThat(states("nameless")).isEmpty();
        assertThat(books.alarms()).containsExactly("REPLY-IMPOSSIBLE nameless");
        assertThat(numbers("good")).containsExactly(1L);
    }

    private List<ReplyState> states(String interchange) {
        return books.replies(interchange).stream().map(Reply::state).toList();
    }

    private List<Long> numbers(String... interchanges) {
        return List.of(interchanges).stream()
                .flatMap(id -> books.replies(id).stream())
                .map(Reply::controlNumber)
                .toList();
    }

    private void edit(String what, String with) throws IOException {
        String text = Files.readString(template);
        assertThat(text).contains(what);
        Files.writeString(template, text.replace(what, with));
    }

    private static Path copy(Path to) throws IOException {
        try (var files = Files.walk(DRAWERS)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(DRAWERS.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return to;
    }
}
