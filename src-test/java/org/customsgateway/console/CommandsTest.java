package org.customsgateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.customsgateway.journal.Arrival;
import org.customsgateway.journal.Database;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.Kept;
import org.customsgateway.journal.Purged;
import org.customsgateway.mapping.Formats;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.RawBytes;
import org.customsgateway.message.Severity;
import org.customsgateway.message.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CommandsTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    private Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @MethodSource("all")
    void every_command_has_help(String name) {
        String[] words = (name + " --help").split(" ");
        assertThat(run(words)).isZero();
        assertThat(out.toString()).startsWith("Usage: gateway " + name).contains("--help");
        assertThat(err.toString()).isEmpty();
    }

    /** And those below it: {@code keys make}. */
    static Stream<String> all() {
        return Commands.line(new OnlyJournal(null)).getSubcommands().entrySet().stream()
                .flatMap(command -> Stream.concat(
                        Stream.of(command.getKey()),
                        command.getValue().getSubcommands().keySet().stream()
                                .map(below -> command.getKey() + " " + below)));
    }

    static Stream<String> names() {
        return Commands.line(new OnlyJournal(null)).getSubcommands().keySet().stream();
    }

    @Test
    void help_lists_every_command() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains(names().toList());
    }

    @Test
    void version_says_which() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).containsPattern("(?m)^customs gateway \\d+\\.\\d+");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                               | gateway: a command is missing. Try 'gateway --help'.
            go                                               | gateway: Unmatched argument
            map                                              | gateway map: Missing required parameter: 'FILE'
            map nowhere.xml                                  | gateway map: there is no readable file nowhere.xml
            map pom.xml --partner Post_1                     | gateway map: a partner id is
            map pom.xml --home /nowhere                      | gateway map: no gateway lies in /nowhere
            show                                             | gateway show: Missing required parameter: 'ID'
            alarms --data /nowhere                           | gateway alarms: no gateway has run with the data folder /nowhere
            simulate                                         | gateway simulate: Missing required option: '--broker=URL'
            simulate --broker vm://1 --delay soon            | gateway simulate: --delay: a time is a number
            simulate --broker vm://1 --script nowhere.yaml   | gateway simulate: there is no file nowhere.yaml
            simulate --broker vm://1 --only risk,rsik        | gateway simulate: --only: there are revenue, risk
            simulate --broker vm://1 --script pom.xml        | gateway simulate: pom.xml:
            bench fastest                                    | gateway bench: there is no benchmark 'fastest'
            soak forever                                     | gateway soak: there is no soak test 'forever'
            """)
    void wrong_usage_is_one_line_and_exit_code_2(String line, String said) {
        var args = line.isEmpty() ? new String[0] : line.split(" +");
        assertThat(run(args)).isEqualTo(2);
        assertThat(err.toString()).startsWith(said).hasLineCount(1).endsWith("--help'.\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_fault_of_our_own_is_exit_code_3() {
        assertThat(run("map", "pom.xml")).isEqualTo(3);
        assertThat(err.toString()).isEqualTo("gateway map: no formats here" + System.lineSeparator());
    }

    @Test
    void nothing_to_look_at_is_exit_code_0() {
        assertThat(run("alarms", "--data", data.toString())).isZero();
        assertThat(run("parked", "--data", data.toString())).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void who_shows_something_is_noted_and_a_line_taken_out_is_seen() {
        quarantine("i-1");
        assertThat(run("show", "i-1", "--data", data.toString())).isZero();
        assertThat(run("show", "i-1", "--data", data.toString())).isZero();

        assertThat(run("access", "--item", "i-1", "--data", data.toString())).isZero();
        assertThat(out.toString())
                .contains("operator " + System.getProperty("user.name") + "  show  i-1")
                .contains("2 lines, none changed or missing");
        try (Journal journal = journal()) {
            journal.write(tx -> tx.update("DELETE FROM access_log WHERE n = 1"));
        }
        assertThat(run("access", "--data", data.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("line 1 was changed or is missing");
    }

    @Test
    void a_receipt_that_could_not_be_delivered_is_listed_and_goes_out_again() {
        try (var journal = journal()) {
            journal.alarms().raise("RECEIPT-PARKED", "post-xx <1@post>", "nobody there", NOON);
        }
        assertThat(run("parked", "--data", data.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("post-xx <1@post>  receipt  since 2026-11-21T12:00:00Z  nobody there");
        assertThat(run("resume", "post-xx", "<1@post>", "--data", data.toString()))
                .isZero();
        assertThat(run("parked", "--data", data.toString())).isZero();
    }

    @Test
    void what_has_been_purged_is_listed() {
        assertThat(run("purge", "--records", "--data", data.toString())).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(run("purge", "--data", data.toString())).isEqualTo(3);
    }

    @Test
    void what_is_set_aside_is_listed_and_goes_on() {
        quarantine("i-1");

        assertThat(run("alarms", "--data", data.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("QUARANTINE  i-1  the disk was full");
        assertThat(run("parked", "--data", data.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("i-1  interchange  since 2026-11-21T12:00:00Z  the disk was full");
        assertThat(run("resume", "i-1", "--data", data.toString())).isZero();
        assertThat(run("parked", "--data", data.toString())).isZero();
        assertThat(run("resume", "i-1", "--data", data.toString())).isEqualTo(1);
    }

    @Test
    void an_alarm_that_was_seen_to_is_cleared() {
        quarantine("i-1");
        try (var journal = journal()) {
            journal.alarms().raise("REPLY-REJECTED", "carrier CUSR7", "CONTRL 4", NOON);
        }
        assertThat(run("alarms", "--clear", "REPLY-REJECTED", "carrier", "CUSR8", "--data", data.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("no alarm REPLY-REJECTED is open about 'carrier CUSR8'");
        assertThat(run("alarms", "--clear", "REPLY-REJECTED", "carrier", "CUSR7", "--data", data.toString()))
                .isZero();
        assertThat(run("alarms", "--clear", "QUARANTINE", "i-1", "--data", data.toString()))
                .as("that would hide what is set aside")
                .isEqualTo(1);

        assertThat(run("alarms", "--data", data.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("QUARANTINE").doesNotContain("REPLY-REJECTED");
    }

    @Test
    void a_reply_that_could_not_be_written_is_listed_and_is_written_again() {
        try (var journal = journal()) {
            var problem = new Problem("EMPTY", Severity.REJECT, Pointer.path("/"), "", "", "empty", "");
            journal.interchanges().receive(arrival("i-1", List.of(problem)));
            var draft = journal.replies().draft("r-1", "i-1", List.of(), new FormatId("upu-cusrsp"), 1, NOON);
            journal.replies().park(draft.orElseThrow(), "reply.ftl:3: no such variable", NOON);
        }

        assertThat(run("parked", "--data", data.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("r-1  reply  since 2026-11-21T12:00:00Z  reply.ftl:3: no such variable");
        assertThat(run("resume", "r-1", "--data", data.toString())).isZero();
        assertThat(run("parked", "--data", data.toString())).isZero();
        try (var journal = journal()) {
            assertThat(journal.replies().drafts(NOON.plusSeconds(1), NOON, 9)).hasSize(1);
        }
    }

    @Test
    void the_story_of_an_interchange_is_shown() {
        quarantine("i-1");

        assertThat(run("show", "i-1", "--data", data.toString())).isZero();
        assertThat(out.toString())
                .startsWith("interchange i-1 of post-xx: QUARANTINED, parcels.xml, 12 bytes")
                .contains("2026-11-21T12:00:00Z  RECEIVED");
    }

    @Test
    void what_the_journal_does_not_know_is_exit_code_1() {
        assertThat(run("show", "RR123456785XX", "--data", data.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("does not know 'RR123456785XX'");
    }

    @Test
    void figures_are_held_against_their_bars() {
        assertThat(BenchCommand.line(new Figure("map", 3, "µs", 2, 1.5, true)))
                .endsWith("baseline 2.00   ratio 1.500   bar at most 1.5   met");
        assertThat(BenchCommand.line(new Figure("start", 6, "s", Double.NaN, 5, true)))
                .endsWith("MISSED");
        assertThat(new Figure("durable", 100, "items/s", 300, 0.4, false).met()).isFalse();
        assertThat(Figure.shown("map", 1, "µs", Double.NaN).met()).isTrue();
    }

    private void quarantine(String id) {
        try (var journal = journal()) {
            journal.interchanges().receive(arrival(id, List.of()));
            journal.interchanges().claim("node", 1, NOON.plusSeconds(60), NOON);
            journal.interchanges().quarantine(id, "node", "the disk was full", NOON);
        }
    }

    private static Arrival arrival(String id, List<Problem> refusal) {
        return new Arrival(
                id,
                new PartnerId("post-xx"),
                Wire.SFTP,
                null,
                "parcels.xml",
                new Kept(new RawBytes("a".repeat(64), 12), null),
                NOON,
                refusal,
                null);
    }

    private Journal journal() {
        return Journal.open(Database.embedded(data.resolve("journal.db")));
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Commands.run(new OnlyJournal(data), new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    /** A gateway of which only the journal is there. */
    private static final class OnlyJournal extends NoWorks {
        private final Path data;

        private OnlyJournal(Path data) {
            this.data = data;
        }

        @Override
        public RunningGateway start(Settings settings) {
            throw new IllegalStateException("no gateway here");
        }

        @Override
        public Formats formats(Settings settings) {
            throw new IllegalStateException("no formats here");
        }

        @Override
        public Journal journal(Settings settings) {
            return Journal.open(Database.embedded(data.resolve("journal.db")));
        }

        @Override
        public String setting(Settings settings, String key) {
            return key.equals("gateway.backends") ? "connectors/back-ends" : super.setting(settings, key);
        }

        @Override
        public List<Purged> purge(Settings settings, boolean really) {
            throw new IllegalStateException("nothing to purge here");
        }
    }
}
