package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customsgateway.mapping.edifact.ControlMessage;
import org.customsgateway.mapping.edifact.EdifactSyntax;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.SegmentPlace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the reader of EDIFACT promises besides what the golden cases show. */
class EdifactReadTest {

    private static final Path CASES = Path.of("src-test/golden");
    private static Drawers drawers;

    @BeforeAll
    static void open() throws IOException {
        drawers = Drawers.read(Path.of("mappings"), Path.of("xsd"));
    }

    private static Syntax syntax(String format) throws BrokenFormat {
        return EdifactSyntax.compile(FormatFileReader.read(drawers, format), drawers);
    }

    private static byte[] input(String format, String name) throws IOException {
        return Files.readAllBytes(CASES.resolve(format).resolve(name).resolve("input.edi"));
    }

    private static Scan scan(Syntax syntax, byte[] raw, Limits limits) throws IOException {
        return syntax.scan(new ByteArrayInputStream(raw), limits);
    }

    private static List<RawItem> read(Syntax syntax, byte[] raw) throws IOException {
        List<RawItem> items = new ArrayList<>();
        syntax.read(new ByteArrayInputStream(raw), scan(syntax, raw, Limits.DEFAULT), items::add);
        return items;
    }

    @Test
    void an_item_keeps_its_envelope_when_the_next_group_has_come() throws Exception {
        Syntax syntax = syntax("un-cusexp-d01b");
        SourcePath master = SourcePath.parse("Message/SG6/RFF/C506/E1154", 1);
        List<String> masters =
                read(syntax, input("un-cusexp-d01b", "declares-houses-of-all-four-categories-under-two-masters"))
                        .stream()
                        .map(item -> master.text(item.envelope()))
                        .toList();
        assertThat(masters).containsExactly("023-12345675", "023-12345675", "023-99999995", "023-99999995");
    }

    @Test
    void an_item_keeps_its_envelope_when_the_next_message_has_come() throws Exception {
        Syntax syntax = syntax("un-cuscar-d01b");
        SourcePath message = SourcePath.parse("Message/UNH/E0062", 1);
        assertThat(read(syntax, input("un-cuscar-d01b", "reads-several-messages")).stream()
                        .map(item -> message.text(item.envelope())))
                .containsExactly("A1", "A2", "A3");
    }

    @Test
    void a_fault_is_counted_as_edifact_counts() throws Exception {
        Syntax syntax = syntax("un-cuscar-d01b");
        byte[] raw = input("un-cuscar-d01b", "rejects-a-house-with-an-unknown-qualifier");
        Problem problem = read(syntax, raw).get(1).problems().get(0);
        // UNH is segment 1, the tag is element 1
        assertThat(problem.pointer())
                .isEqualTo(new Pointer(
                        "SG8[2]/SG11[1]/NAD/E3035", 31, 5, new SegmentPlace("1", "CUSCAR:D:01B:UN", 30, "NAD", 2, 0)));
    }

    @Test
    void a_missing_group_is_where_the_segment_before_it_is() throws Exception {
        Syntax syntax = syntax("un-cuscar-d01b");
        byte[] raw = input("un-cuscar-d01b", "rejects-a-house-without-goods");
        Problem problem = read(syntax, raw).get(1).problems().get(0);
        assertThat(problem.pointer().segment()).isEqualTo(new SegmentPlace("1", "CUSCAR:D:01B:UN", 31, "GID", 0, 0));
    }

    @Test
    void what_goes_over_a_limit_is_refused() throws Exception {
        Syntax syntax = syntax("un-cuscar-d01b");
        byte[] raw = input("un-cuscar-d01b", "reads-several-messages");
        for (Limits limits : List.of(
                Limits.DEFAULT.withItems(2),
                Limits.DEFAULT.withBytes(300),
                new Limits(1 << 20, 100, 64, 64, 1000, 20))) {
            Scan scan = scan(syntax, raw, limits);
            assertThat(scan.refused()).isTrue();
            assertThat(scan.problems()).extracting(Problem::rule).containsExactly("EDIFACT-LIMIT");
        }
    }

    @Test
    void an_element_that_never_ends_is_a_problem() throws Exception {
        Syntax syntax = syntax("un-cuscar-d01b");
        String good = new String(input("un-cuscar-d01b", "reads-several-messages"), StandardCharsets.ISO_8859_1);
        byte[] raw = good.replaceFirst("Cotton", "Cotton".repeat(100_000)).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(syntax, raw).get(0).problems())
                .extracting(Problem::rule)
                .containsExactly("EDIFACT-LIMIT");
    }

    @Test
    void every_format_takes_its_own_only() throws Exception {
        List<String> formats = List.of(
                "un-cuscar-d95b",
                "un-cuscar-d99b",
                "un-cuscar-d01b",
                "un-cuscar-d03b",
                "un-cusexp-d96a",
                "un-cusexp-d01b");
        for (String format : formats) {
            byte[] raw = input(format, "declares-a-minimal-house");
            for (String other : formats) {
                assertThat(syntax(other).recognises(new ByteArrayInputStream(raw)))
                        .as("%s by %s", format, other)
                        .isEqualTo(format.equals(other));
            }
        }
    }

    @Test
    void a_format_can_be_of_one_association() throws Exception {
        Map<String, byte[]> files = new HashMap<>(drawers.files());
        String name = "mappings/un-cuscar-d99b/format.yaml";
        String yaml = new String(files.get(name), StandardCharsets.UTF_8);
        files.put(
                name,
                yaml.replace("release: \"D:99B\"", "release: \"D:99B\", association: [ SCPRBL, LOT10 ]")
                        .getBytes(StandardCharsets.UTF_8));
        Drawers edited = new Drawers(files);
        Syntax syntax = EdifactSyntax.compile(FormatFileReader.read(edited, "un-cuscar-d99b"), edited);
        String plain = new String(input("un-cuscar-d99b", "declares-a-minimal-house"), StandardCharsets.US_ASCII);
        assertThat(recognises(syntax, plain)).isFalse();
        assertThat(recognises(syntax, plain.replace("99B:UN'", "99B:UN:LOT10'")))
                .isTrue();
    }

    private static boolean recognises(Syntax syntax, String text) throws IOException {
        return syntax.recognises(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void nothing_of_the_houses_before_is_kept() throws Exception {
        Syntax syntax = syntax("un-cuscar-d01b");
        int houses = 2_000;
        StringBuilder message = new StringBuilder("UNB+UNOC:3+A+B+261120:0915+1'UNH+1+CUSCAR:D:01B:UN'BGM+785+M+9'");
        for (int i = 1; i <= houses; i++) {
            message.append(i % 2 == 1 ? "CNI+" + i + "'RFF+MWB:M'GID+1'" : "");
            message.append("RFF+HWB:H").append(i).append("'GID+1'");
        }
        int segments = 3 + houses / 2 * 3 + houses * 2;
        message.append("UNT+").append(segments).append("+1'UNZ+1+1'");
        byte[] raw = message.toString().getBytes(StandardCharsets.US_ASCII);
        Scan scan = scan(syntax, raw, Limits.DEFAULT);
        assertThat(scan.messages()).isEmpty();
        assertThat(scan.items()).isEqualTo(houses);
        syntax.read(new ByteArrayInputStream(raw), scan, item -> {
            Element at = item.envelope().children("Message").get(0);
            assertThat(at.children("SG7")).hasSize(1);
            // the master and the house itself
            assertThat(at.children("SG7").get(0).children("SG8")).hasSize(2);
        });
    }

    @Test
    void a_contrl_says_what_it_rejects() throws IOException {
        String contrl = "UNB+UNOA:1+A+B+261120:1000+7'UNH+1+CONTRL:2:2:UN'UCI+OURS-1+B+A+7'UCM+R2+CUSRES:D:96B:UN+4+12'"
                + "UNT+4+1'UNZ+1+7'";
        Optional<ControlMessage> read = control(contrl);
        assertThat(read).contains(new ControlMessage("OURS-1", "7", "", List.of("R2")));
        assertThat(read.get().rejects()).isTrue();
        assertThat(control(contrl.replace("UCM+R2+CUSRES:D:96B:UN+4+12'", ""))
                        .get()
                        .rejects())
                .isFalse();
        assertThat(control(contrl.replace("CONTRL", "CUSCAR"))).isEmpty();
        assertThat(control("")).isEmpty();
    }

    private static Optional<ControlMessage> control(String text) throws IOException {
        return ControlMessage.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
