package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customsgateway.Needed;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.Problem;
import org.junit.jupiter.api.Test;

/** Public JSON of platforms and carriers: what becomes of each. */
class PlatformSamplesTest {

    private static final Path SAMPLES = Path.of("../shared/samples/platform");
    private static final int SHOWN = 3;

    @Test
    void every_sample_maps_or_yields_problems_with_their_places() throws IOException {
        Needed.folder(SAMPLES);
        StringBuilder table = new StringBuilder();
        for (Path sample : samples()) {
            table.append(SAMPLES.relativize(sample))
                    .append(" | ")
                    .append(line(Shipped.formats(), sample))
                    .append('\n');
        }
        GoldenTable.holds("platform-samples.txt", table.toString());
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static String line(Formats formats, Path sample) throws IOException {
        byte[] raw = Files.readAllBytes(sample);
        Optional<FormatId> format = formats.recognise(new ByteArrayInputStream(raw), formats.ids());
        if (format.isEmpty()) {
            return "in no format that is read";
        }
        Mapping mapping = formats.current(format.get());
        Scan scan = Drawer.scan(mapping, raw);
        List<Problem> problems = new ArrayList<>(scan.problems());
        int declared = 0;
        if (!scan.refused()) {
            for (MappedItem item : Drawer.read(mapping, raw)) {
                assertThat(item.failure()).as("%s", sample).isEmpty();
                declared += item.declaration() == null ? 0 : 1;
                problems.addAll(item.problems());
            }
        }
        String told = problems.stream()
                .limit(SHOWN)
                .map(problem -> problem.severity() + " " + problem.rule() + " at " + problem.pointer())
                .collect(Collectors.joining("; "));
        return format.get() + " | declared " + declared + " of " + scan.items() + " | problems: " + problems.size()
                + (told.isEmpty() ? "" : " | " + told);
    }
}
