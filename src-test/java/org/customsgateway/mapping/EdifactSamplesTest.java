package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.customsgateway.Needed;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.Problem;
import org.junit.jupiter.api.Test;

/** What becomes of every EDIFACT message that others published: it maps, or it has problems that say where; nothing else. */
class EdifactSamplesTest {

    private static final Path SAMPLES = Path.of("../shared/samples/edifact");

    @Test
    void every_sample_has_its_outcome() throws IOException {
        Needed.folder(SAMPLES);
        List<String> lines = new ArrayList<>();
        Formats formats = Shipped.formats();
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            List<FormatId> edifact = formats.ids().stream()
                    .filter(id ->
                            id.value().startsWith("un-") && formats.current(id).readable())
                    .toList();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (!file.getFileName().toString().equals("ORIGIN.txt")) {
                    lines.add(SAMPLES.relativize(file) + " | " + outcome(formats, edifact, Files.readAllBytes(file)));
                }
            }
        }
        GoldenTable.holds("edifact-samples.txt", String.join("\n", lines) + "\n");
    }

    private static String outcome(Formats formats, List<FormatId> edifact, byte[] raw) throws IOException {
        FormatId read =
                formats.recognise(new ByteArrayInputStream(raw), edifact).orElse(edifact.get(0));
        String outcome = outcome(formats.current(read), raw);
        if (outcome.startsWith("refused")) {
            for (FormatId other : edifact) {
                assertThat(outcome(formats.current(other), raw)).startsWith("refused");
            }
        }
        return read + " | " + outcome;
    }

    private static String outcome(Mapping mapping, byte[] raw) throws IOException {
        Scan scan = mapping.scan(new ByteArrayInputStream(raw), Limits.DEFAULT);
        List<Problem> problems = new ArrayList<>(scan.problems());
        if (scan.refused()) {
            return "refused | " + first(problems);
        }
        scan.messages().values().forEach(problems::addAll);
        int[] mapped = {0};
        mapping.read(new ByteArrayInputStream(raw), scan, Drawer.INPUTS, item -> {
            assertThat(item.failure()).isEmpty();
            mapped[0] += item.declaration() == null ? 0 : 1;
            problems.addAll(item.problems());
        });
        return mapped[0] + " of " + scan.items() + " declared | " + first(problems);
    }

    private static String first(List<Problem> problems) {
        if (problems.isEmpty()) {
            return "-";
        }
        Problem first = problems.get(0);
        assertThat(first.pointer().path()).isNotEmpty();
        return first.rule() + " " + first.pointer();
    }
}
