package org.customsgateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.customsgateway.mapping.Formats;
import org.customsgateway.mapping.WcoModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an engineer sees of a file, in each syntax. */
class MapCommandTest {

    private Path mappings = Path.of("mappings");

    private static final Path GOLDEN = Path.of("src-test/golden");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void an_accepted_file_is_its_declarations() {
        assertThat(map(GOLDEN.resolve("un-cuscar-d95b/declares-a-minimal-house/input.edi")))
                .isZero();
        assertThat(out.toString().lines().limit(3))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("un-cuscar-d95b ").endsWith(", reference IC0001, 1 item"),
                        line -> assertThat(line).isEqualTo("item 1 H2001: accepted"),
                        line -> assertThat(line).startsWith("<md:MetaData "));
    }

    @Test
    void a_fault_is_pointed_to_as_edifact_counts_it() {
        assertThat(map(GOLDEN.resolve("un-cuscar-d95b/rejects-one-bad-house-among-good-ones/input.edi")))
                .isOne();
        assertThat(lines())
                .containsSubsequence(
                        "item 1 H3001: accepted",
                        "item 2 H3002: rejected",
                        "  reject EDIFACT-37 SG5[2]/SG10[1]/MEA[1]/C174/E6314 (34:15) message 1 segment 33 MEA element 4 component 2"
                                + " [131] 'heavy': There is text where a number belongs. (xsd/un-cuscar-d95b/cuscar.xml)",
                        "item 3 H3003: accepted");
    }

    @Test
    void a_message_that_has_no_items_is_told_of() throws IOException {
        String good = Files.readString(GOLDEN.resolve("un-cuscar-d95b/declares-a-minimal-house/input.edi"));
        String other = "UNH+2+CUSCAR:D:00Z:UN'\nBGM+785+X+9'\nUNT+3+2'\n";
        Path file = Files.writeString(folder.resolve("two.edi"), good.replace("UNZ+1+", other + "UNZ+2+"));

        assertThat(map(file)).isOne();
        assertThat(lines())
                .contains("message 2: rejected", "item 1 H2001: accepted")
                .anySatisfy(line -> assertThat(line)
                        .startsWith("  reject EDIFACT-14 ")
                        .contains(" message 2 segment 1 UNH element 3 component 3 'D:00Z': "));
    }

    @Test
    void a_fault_in_xml_is_pointed_to_by_path_line_and_column() {
        assertThat(map(GOLDEN.resolve("cargo-xfzb-3/rejects-a-house-with-many-faults-at-once/input.xml")))
                .isOne();
        assertThat(lines())
                .contains("item 1 EXH0000001 000-12345675: rejected")
                .anySatisfy(line -> assertThat(line)
                        .startsWith("  reject INVALID_WEIGHT HouseWaybill[1]/MasterConsignment/")
                        .contains(" (36:7) [131] '-1': The gross weight"));
    }

    @Test
    void a_fault_in_a_telegram_is_pointed_to_by_its_line() {
        assertThat(map(GOLDEN.resolve("cargo-fhl/rejects-one-bad-house-among-good-neighbours/input.txt")))
                .isOne();
        assertThat(lines())
                .containsSubsequence("item 1 HAWB1 12345675: accepted", "item 2 HAWB2 12345675: rejected")
                .anySatisfy(
                        line -> assertThat(line).startsWith("  reject CIMP-FORMAT HBS[2]/Weight (15:21) [131] 'X7': "));
    }

    /** Whoever edits a mapping learns where it fails. */
    @Test
    void a_mapping_that_fails_is_told_with_its_place() throws IOException {
        mappings = copy(mappings, folder.resolve("mappings"));
        Path template = mappings.resolve("un-cuscar-d95b/to-wco.ftl");
        Files.writeString(template, "${fn.decimals(\"1.5 or so\", 3)}\n" + Files.readString(template));

        Path good = GOLDEN.resolve("un-cuscar-d95b/declares-a-minimal-house/input.edi");
        assertThat(map(good)).isEqualTo(3);
        assertThat(lines())
                .containsSubsequence(
                        "item 1 H2001: the mapping fails",
                        "  mappings/un-cuscar-d95b/to-wco.ftl:1: '1.5 or so' is not a number");
        assertThat(map(good, "--json")).isEqualTo(3);
        assertThat(out.toString()).contains("\"accepted\":false", "\"failure\":\"mappings/un-cuscar-d95b/");
    }

    @Test
    void what_cannot_be_a_source_is_wrong_usage_in_one_line() throws IOException {
        Path good = GOLDEN.resolve("upu-itmatt/accepts-the-least-that-an-item-needs/input.xml");
        assertThat(map(good, "--format", "upu-cusrsp")).isEqualTo(2);
        assertThat(map(Files.createFile(folder.resolve("empty.xml")))).isEqualTo(2);
        assertThat(map(Files.writeString(folder.resolve("note.txt"), "hello"))).isEqualTo(2);
        assertThat(err.toString().lines().filter(line -> line.startsWith("gateway map: ")))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("gateway map: the format upu-cusrsp is only written, not read"),
                        line -> assertThat(line).contains("empty.xml is empty"),
                        line -> assertThat(line).contains("note.txt is not recognised: name it with --format"));
        assertThat(out.toString()).isEmpty();
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
        return to;
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    private int map(Path file, String... options) {
        return Commands.line(new Drawers())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.concat(Stream.of("map", file.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }

    /** The formats as they lie in the drawers, and nothing else. */
    private final class Drawers extends NoWorks {

        @Override
        public Formats formats(Settings settings) throws IOException {
            WcoModel model = WcoModel.load(Path.of("xsd"));
            return Formats.open(mappings, Path.of("xsd"), model::validateDeclaration, new DefaultCamelContext());
        }
    }
}
