package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.customsgateway.Needed;
import org.customsgateway.message.ItemStatus;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Problem;
import org.customsgateway.message.ReplyContent;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From an interchange to its answer: the segment, element and component of a fault in the words of CONTRL and CUSRES. */
class EdifactAnswersTest {

    private static final Instant AT = Instant.parse("2026-11-21T10:05:00Z");
    private static final Path CASES = Path.of("src-test/golden/un-cuscar-d95b");
    private static final Path SAMPLES = Path.of("../shared/samples/edifact");
    private static final String UCI = "UCI+IC0001+CARRIER:ZZ+CUSTOMS:ZZ+";

    private static String good;
    private static String oneBadHouse;

    @BeforeAll
    static void open() throws IOException {
        good = Files.readString(CASES.resolve("declares-two-houses-under-a-master-waybill/input.edi"));
        oneBadHouse = Files.readString(CASES.resolve("rejects-one-bad-house-among-good-ones/input.edi"));
    }

    private static Mapping format(String id) {
        return Shipped.mapping(id);
    }

    /** The report on an interchange, without its envelope. */
    private static List<String> contrl(String interchange) throws IOException {
        Scan scan = format("un-cuscar-d95b").scan(bytes(interchange), Limits.DEFAULT);
        List<Problem> problems = new ArrayList<>(scan.problems());
        scan.messages().values().forEach(problems::addAll);
        List<String> lines = lines("un-contrl-d3", content(scan, problems, List.of()));
        return lines.subList(2, lines.size() - 2);
    }

    /** The response to all items of it. */
    private static List<String> cusres(String interchange) throws IOException {
        Mapping format = format("un-cuscar-d95b");
        Scan scan = format.scan(bytes(interchange), Limits.DEFAULT);
        List<ItemStatus> items = new ArrayList<>();
        format.read(bytes(interchange), scan, new MappingInputs("I1", "carrier", AT), item -> {
            Status status = Status.of(item.rejected() ? StatusCode.REJECTED : StatusCode.ACCEPTED, AT)
                    .with(item.problems());
            items.add(new ItemStatus("I1-" + item.sequence(), item.key(), item.sequence(), item.facts(), status));
        });
        return lines("un-cusres-d96b", content(scan, List.of(), items));
    }

    private static ByteArrayInputStream bytes(String interchange) {
        return new ByteArrayInputStream(interchange.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static ReplyContent content(Scan scan, List<Problem> problems, List<ItemStatus> items) {
        return new ReplyContent(
                "R1",
                1,
                new PartnerId("carrier"),
                "I1",
                scan.reference(),
                "",
                scan.facts(),
                Map.of(),
                AT,
                scan.refused(),
                problems,
                items);
    }

    private static List<String> lines(String id, ReplyContent content) {
        Mapping format = format(id);
        assertThat(format.answers(content.facts())).isTrue();
        String reply = new String(format.reply(content.with(format.profile())), StandardCharsets.ISO_8859_1);
        return List.of(reply.split("(?<!\\?)'"));
    }

    private static String with(String interchange, String what, String instead) {
        assertThat(interchange).contains(what);
        return interchange.replace(what, instead);
    }

    @Test
    void a_good_interchange_is_acknowledged() throws IOException {
        assertThat(contrl(good)).containsExactly(UCI + "7");
    }

    @Test
    void only_its_receipt_is_told_where_no_more_is_asked_for() throws IOException {
        assertThat(contrl(with(good, "+IC0001++++1'", "+IC0001++++2'"))).containsExactly(UCI + "8");
    }

    @Test
    void a_wrong_count_of_messages_refuses_the_interchange() throws IOException {
        assertThat(contrl(with(good, "UNZ+1+", "UNZ+2+"))).containsExactly(UCI + "4+29+UNZ+2");
    }

    @Test
    void another_reference_at_its_end_refuses_the_interchange() throws IOException {
        assertThat(contrl(with(good, "UNZ+1+IC0001", "UNZ+1+IC0002"))).containsExactly(UCI + "4+28+UNZ+3");
    }

    @Test
    void one_bad_house_is_a_matter_of_the_response_and_not_of_the_report() throws IOException {
        assertThat(contrl(oneBadHouse)).containsExactly(UCI + "7");
        assertThat(cusres(oneBadHouse))
                .containsSubsequence("DOC+703+H3001", "GIS+1", "DOC+703+H3002", "GIS+2", "DOC+703+H3003", "GIS+1")
                .containsSubsequence("DOC+703+H3002", "ERP+2:2+NAD:30", "ERC+39", "ERP+2:2+MEA:33", "ERC+37")
                .contains("RFF+ABO:MAN-1001", "RFF+ACW:1")
                .anyMatch(line -> line.startsWith("FTX+AAO+++This is longer than it may be")
                        && line.contains("segment 30 NAD element 5:component 1"));
    }

    @Test
    void a_bad_message_is_named_and_its_neighbour_lives() throws IOException {
        String body = good.substring(good.indexOf("UNH+1+"), good.indexOf("UNZ+1+"));
        String second = body.replace("UNH+1+", "UNH+2+").replaceFirst("UNT\\+(\\d+)\\+1'", "UNT+$1+2'");
        String bad = second.replaceFirst("UNT\\+\\d+\\+", "UNT+99+");
        String both = good.replace(body, body + bad).replace("UNZ+1+", "UNZ+2+");
        assertThat(contrl(both)).containsExactly(UCI + "7", "UCM+2+CUSCAR:D:95B:UN+4+29+UNT+2");
        assertThat(contrl(good.replace(body, body + second).replace("UNZ+1+", "UNZ+2+")))
                .containsExactly(UCI + "7");
    }

    @Test
    void a_segment_that_has_no_place_is_told_by_its_position() throws IOException {
        String interchange =
                with(good, "TDT+20+", "QQQ+1'\nTDT+20+").replaceFirst("UNT\\+\\d+", "UNT+" + (count(good) + 1));
        int position = 1 + lineOf(interchange, "QQQ") - lineOf(interchange, "UNH");
        assertThat(contrl(interchange))
                .contains("UCM+1+CUSCAR:D:95B:UN+4")
                .anyMatch(line -> line.startsWith("UCS+" + position));
    }

    /** Real interchanges, good and bad, as they lie beside the project. */
    @Test
    void every_sample_that_we_read_is_answered() throws IOException {
        Needed.folder(SAMPLES);
        int answered = 0;
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                for (String id : List.of("un-cuscar-d95b", "un-cuscar-d99b", "un-cusdec-d96b")) {
                    answered += answers(format(id), Files.readAllBytes(file), file) ? 1 : 0;
                }
            }
        }
        assertThat(answered).isGreaterThan(2);
    }

    private static boolean answers(Mapping format, byte[] sample, Path file) throws IOException {
        if (!format.recognises(new ByteArrayInputStream(sample))) {
            return false;
        }
        Scan scan = format.scan(new ByteArrayInputStream(sample), Limits.DEFAULT);
        List<Problem> problems = new ArrayList<>(scan.problems());
        scan.messages().values().forEach(problems::addAll);
        if (!format("un-contrl-d3").answers(scan.facts())) {
            return false;
        }
        ReplyContent content = content(scan, problems, List.of());
        assertThat(lines("un-contrl-d3", content)).as("%s", file).anyMatch(line -> line.startsWith("UCI+"));
        assertThat(lines("un-contrl-4-1", content)).as("%s", file).anyMatch(line -> line.startsWith("UCI+"));
        assertThat(lines("un-cusres-d99b", content)).as("%s", file).anyMatch(line -> line.startsWith("BGM+963"));
        return true;
    }

    private static int count(String interchange) {
        return lineOf(interchange, "UNT") - lineOf(interchange, "UNH") + 1;
    }

    private static int lineOf(String interchange, String tag) {
        return interchange
                .lines()
                .toList()
                .indexOf(interchange
                        .lines()
                        .filter(line -> line.startsWith(tag))
                        .findFirst()
                        .orElseThrow());
    }
}
