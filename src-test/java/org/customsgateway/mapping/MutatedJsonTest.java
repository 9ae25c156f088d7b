package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever becomes of good JSON on its way: a refusal, rejected documents or valid declarations, and never an exception. */
class MutatedJsonTest {

    private static final Path GOLDEN = Path.of("src-test/golden/platform-order-1");
    private static final byte[] BATCH = input("accepts-a-batch-with-its-own-number/input.json");
    private static final byte[] LINES = input("accepts-an-order-on-each-line/input.jsonl");
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\n",
        "\n{",
        "}\n",
        "null",
        "true",
        "-",
        "0123",
        "1e5",
        "1e99999999999",
        "9".repeat(500),
        "9".repeat(1500),
        "NaN",
        "\"\\u0000\"",
        "\\u0000",
        "\\ud800",
        "\\udc00\\ud800",
        "\\uFFFF",
        "\u0000",
        "\uFEFF",
        "\uFFFF",
        "é",
        "\"orderNo\": \"X\",",
        "\"currency\": \"USD\",",
        "\"orders\": [],",
        "\"orders\": {},",
        "{},",
        "\"\": \"\",",
        "\"@x\": 1,",
        "\"a/b[2]~\": {\"c\": [[1],[2,[3]]]},",
        "\"x\": \"" + "y".repeat(100_001) + "\",",
        "\"" + "n".repeat(11_000) + "\": 1,",
        "[".repeat(70),
        "[".repeat(1200),
        "{\"a\":".repeat(80),
        "/* */",
        "${item}",
        "<#list",
        "]]>",
        "<x>"
    };

    private static byte[] input(String file) {
        try {
            return Files.readAllBytes(GOLDEN.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Property(tries = 1200, shrinking = ShrinkingMode.BOUNDED)
    void spliced_with_anything(@ForAll boolean lines, @ForAll("splices") List<Splice> splices) {
        judged(Splice.all(splices, lines ? LINES : BATCH));
    }

    @Property(tries = 300)
    void a_batch_that_breaks_off_is_refused(@ForAll("cuts") double cut) {
        int end = new String(BATCH, StandardCharsets.UTF_8).stripTrailing().getBytes(StandardCharsets.UTF_8).length;
        assertThat(judged(Arrays.copyOf(BATCH, (int) (cut * (end - 1))))).isZero();
    }

    @Property(tries = 300)
    void of_lines_that_break_off_the_whole_ones_are_declared(@ForAll("cuts") double cut) {
        int first = new String(LINES, StandardCharsets.UTF_8).indexOf('\n') + 3;
        byte[] raw = Arrays.copyOf(LINES, first + (int) (cut * (LINES.length - 4 - first)));
        assertThat(judged(raw)).isEqualTo(1);
    }

    @Property(tries = 600)
    void with_bytes_turned(@ForAll boolean lines, @ForAll("cuts") double place, @ForAll byte turned) {
        byte[] raw = (lines ? LINES : BATCH).clone();
        raw[(int) (place * (raw.length - 1))] = turned;
        judged(raw);
    }

    /** Every member of ours has a name of its own in its object: said twice, it is not accepted. */
    @Property(tries = 200)
    void a_member_said_twice_is_never_accepted(@ForAll("cuts") double place) {
        String whole = new String(LINES, StandardCharsets.UTF_8).split("\n")[0];
        int colon = whole.indexOf("\": \"", (int) (place * whole.lastIndexOf("\": \"")));
        int name = whole.lastIndexOf('"', colon - 1);
        int end = whole.indexOf('"', colon + 4) + 1;
        String twice = whole.substring(0, end) + ", " + whole.substring(name, end) + whole.substring(end);
        assertThat(judged(Drawer.bytes(twice))).as(twice).isZero();
    }

    /** A member in the place of another, or gone, or of another type. */
    @Property(tries = 400)
    void with_values_of_other_kinds(@ForAll("cuts") double place, @ForAll("values") String value) {
        String whole = new String(BATCH, StandardCharsets.UTF_8);
        int colon = whole.indexOf("\": \"", (int) (place * whole.lastIndexOf("\": \"")));
        int end = whole.indexOf('"', colon + 4) + 1;
        judged(Drawer.bytes(whole.substring(0, colon + 3) + value + whole.substring(end)));
    }

    @Property(tries = 300)
    void not_json_at_all(@ForAll byte[] raw) {
        assertThat(judged(raw)).isZero();
    }

    /** How many were declared. */
    private static int judged(byte[] raw) {
        Mapping mapping = Shipped.mapping("platform-order-1");
        Scan scan = Drawer.scan(mapping, raw);
        if (scan.refused()) {
            return 0;
        }
        List<MappedItem> items = Drawer.read(mapping, raw);
        assertThat(items).hasSize(scan.items());
        int declared = 0;
        for (MappedItem item : items) {
            assertThat(item.failure()).isEmpty();
            assertThat(item.declaration() == null).isEqualTo(item.rejected());
            for (var problem : item.problems()) {
                assertThat(problem.pointer().path() + problem.value() + problem.text())
                        .as("what an answer in XML may hold")
                        .doesNotContainPattern("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");
            }
            if (item.declaration() != null) {
                assertThat(Shipped.model().validateDeclaration(item.declaration()))
                        .isEmpty();
                declared++;
            }
        }
        return declared;
    }

    @Provide
    Arbitrary<List<Splice>> splices() {
        return Splice.some(40, PIECES);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                "null",
                "true",
                "0",
                "-1",
                "1.5",
                "1E400",
                "\"\"",
                "\" \"",
                "\"-1\"",
                "\"1e3\"",
                "\"NaN\"",
                "\"\\n\"",
                "\"0\"",
                "{}",
                "[]",
                "[null]",
                "[{}]",
                "\"" + "9".repeat(60) + "\"",
                "\"EUR\\n\"",
                "\"０\"",
                "9".repeat(60));
    }

    @Provide
    Arbitrary<Double> cuts() {
        return Arbitraries.doubles().between(0, 1);
    }
}
