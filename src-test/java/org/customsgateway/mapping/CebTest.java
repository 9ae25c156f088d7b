package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.customsgateway.Needed;
import org.customsgateway.mapping.xml.LittleSchema;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.Problem;
import org.customsgateway.message.StatusCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** CEB messages: what becomes of published ones, that our receipts are built as theirs, and that the guide shows what is so. */
class CebTest {

    private static final Path SAMPLES = Path.of("../shared/samples/platform");
    private static final Path TABLE = Path.of("src-test/golden-tables/ceb-samples.txt");
    private static final Pattern BLOCK = Pattern.compile("(?s)```xml\n(.*?)```");
    private static final Pattern ROOT = Pattern.compile("<(?:\\w+:)?CEB(\\d{3})Message[ >]");

    private static Formats formats;
    private static Drawers drawers;

    @BeforeAll
    static void open() throws IOException {
        WcoModel model = WcoModel.load(Path.of("xsd"));
        formats = Formats.open(
                Path.of("mappings"), Path.of("xsd"), model::validateDeclaration, new DefaultCamelContext());
        drawers = Drawers.read(Path.of("mappings"), Path.of("xsd"));
    }

    @AfterAll
    static void close() {
        formats.close();
    }

    @Test
    void every_sample_maps_or_yields_problems_or_is_a_receipt() throws IOException {
        StringBuilder table = new StringBuilder();
        for (Path sample : samples()) {
            table.append(SAMPLES.relativize(sample))
                    .append(" | ")
                    .append(line(Files.readAllBytes(sample)))
                    .append('\n');
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(TABLE, table);
            fail("written anew, look at the difference: " + TABLE);
        }
        assertThat(table.toString()).isEqualTo(Files.readString(TABLE));
    }

    @Test
    void published_receipts_are_valid_here_and_ours_are_built_as_they_are() throws IOException, BrokenFormat {
        for (Path sample : samples()) {
            byte[] raw = Files.readAllBytes(sample);
            String number = number(raw);
            assertThat(fault(number, raw)).as("%s", sample).isEmpty();
            Set<String> ours = new TreeSet<>();
            try (Stream<Path> files = Files.walk(Path.of("src-test/golden/cn-ceb-" + number))) {
                for (Path reply :
                        files.filter(file -> file.endsWith("reply.xml")).toList()) {
                    ours.addAll(XmlPaths.of(Files.readAllBytes(reply)));
                }
            }
            assertThat(ours).as("%s", sample).isEqualTo(XmlPaths.of(raw));
        }
    }

    @Test
    void the_guide_shows_what_is_taken_and_what_is_given() throws IOException, BrokenFormat {
        List<String> seen = new ArrayList<>();
        Matcher found = BLOCK.matcher(Files.readString(Path.of("docs/guides/ceb.md")));
        while (found.find()) {
            byte[] raw = found.group(1).getBytes(StandardCharsets.UTF_8);
            String number = number(raw);
            seen.add(number);
            assertThat(fault(number, raw)).isEmpty();
            Mapping mapping = formats.current(new FormatId("cn-ceb-" + number));
            if (mapping.readable()) {
                assertThat(Drawer.read(mapping, raw)).singleElement().satisfies(item -> {
                    assertThat(item.problems()).isEmpty();
                    assertThat(item.declaration()).isNotNull();
                });
            }
        }
        assertThat(seen).containsExactly("621", "622");
    }

    /** Every code that our tables give is one, and every return status is known to the schema. */
    @Test
    void tables_of_codes_lead_to_codes() throws IOException {
        CodeTables codes;
        try {
            codes = CodeTables.read(drawers, "cn-ceb-621");
        } catch (BrokenFormat e) {
            throw new IllegalStateException(e);
        }
        values("ceb-currency")
                .forEach(value -> assertThat(Checks.named("currency", "", codes).test(value))
                        .as(value)
                        .isTrue());
        values("ceb-country")
                .forEach(value -> assertThat(Checks.named("country", "", codes).test(value))
                        .as(value)
                        .isTrue());
        for (StatusCode status : StatusCode.values()) {
            assertThat(codes.value("ceb-status", status.name())).matches("-?\\d{1,3}|");
        }
    }

    private static List<String> values(String table) throws IOException {
        return Files.readAllLines(Path.of("mappings/_shared/codes/" + table + ".csv")).stream()
                .skip(1)
                .map(line -> line.split(",")[1])
                .toList();
    }

    private static List<Path> samples() throws IOException {
        Needed.folder(SAMPLES);
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    private static String line(byte[] raw) throws IOException {
        var format = formats.recognise(new ByteArrayInputStream(raw), formats.ids());
        if (format.isEmpty()) {
            return "CEB" + number(raw) + ", a receipt, not read";
        }
        Mapping mapping = formats.current(format.get());
        Scan scan = Drawer.scan(mapping, raw);
        List<Problem> problems = new ArrayList<>(scan.problems());
        int declared = 0;
        if (!scan.refused()) {
            for (MappedItem item : Drawer.read(mapping, raw)) {
                assertThat(item.failure()).isEmpty();
                declared += item.declaration() == null ? 0 : 1;
                problems.addAll(item.problems());
            }
        }
        return format.get() + " | declared " + declared + " of " + scan.items() + " | "
                + problems.stream()
                        .map(problem -> problem.severity() + " " + problem.rule() + " at " + problem.pointer())
                        .collect(Collectors.joining("; "));
    }

    private static String number(byte[] raw) {
        Matcher root = ROOT.matcher(new String(raw, StandardCharsets.UTF_8));
        assertThat(root.find()).isTrue();
        return root.group(1);
    }

    private static String fault(String number, byte[] raw) throws BrokenFormat {
        return LittleSchema.firstFault(drawers, "xsd/cn-ceb-" + number + "/ceb" + number + ".xsd", raw);
    }
}
