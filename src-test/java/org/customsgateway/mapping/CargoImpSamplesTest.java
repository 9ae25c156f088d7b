package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.customsgateway.Needed;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.Problem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real messages in lines, read where they lie: what comes of each stands in a table, and our replies look like the real ones. */
class CargoImpSamplesTest {

    private static final Path SAMPLES = Path.of("../shared/samples/cargo");
    private static final int PROBLEMS_TOLD = 8;

    @BeforeAll
    static void samplesAreThere() {
        Needed.folder(SAMPLES);
    }

    @Test
    void every_sample_maps_or_says_why_not() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : samples()) {
            lines.addAll(outcome(file));
        }
        GoldenTable.holds("cargo-imp-samples.txt", String.join("\n", lines) + "\n");
    }

    /** The same lines, identifiers and codes as the replies in the guide of PACT; numbers, times and words differ. */
    @Test
    void our_replies_have_the_structure_of_the_real_ones() throws IOException {
        List<String> real = new ArrayList<>();
        for (String name : List.of("camir-per-psn-examples.txt", "camir-per-multi-error.txt")) {
            for (String message : Files.readString(
                            SAMPLES.resolve("pact-tc-canada").resolve(name))
                    .split("\\R\\s*\\R")) {
                real.add(structure(message));
            }
        }
        List<String> unlike = new ArrayList<>();
        for (String reply : List.of(
                "cargo-psn/says-that-a-house-was-accepted",
                "cargo-psn/leaves-the-waybill-out-where-it-is-not-known",
                "cargo-psn/says-that-the-assessment-is-complete",
                "cargo-psn/asks-for-information-before-loading",
                "cargo-psn/asks-for-screening-before-loading",
                "cargo-psn/says-do-not-load",
                "cargo-psn/says-that-a-hold-for-information-is-removed",
                "cargo-psn/says-that-a-hold-for-screening-is-removed",
                "cargo-psn/says-that-a-hold-for-do-not-load-is-removed",
                "cargo-psn/says-that-a-hold-for-information-is-still-in-place",
                "cargo-psn/says-that-a-hold-for-screening-is-still-in-place",
                "cargo-psn/says-that-a-hold-for-do-not-load-is-still-in-place",
                "cargo-per/tells-every-reason-of-a-rejection-once",
                "cargo-per/tells-that-lines-are-not-in-their-form",
                "cargo-per/says-that-a-message-could-not-be-read")) {
            String ours = structure(Files.readString(Path.of("src-test/golden", reply, "reply.txt")));
            if (!real.contains(ours)) {
                unlike.add(reply + ": " + ours);
            }
        }
        assertThat(unlike).as("none of the real ones: %s", real).isEmpty();
    }

    /** What a reader tells lines apart by: waybill numbers and times only as such, words of a status not at all, reason codes as they are. */
    private static String structure(String message) {
        return message.strip()
                .replace("\r", "")
                .replaceAll(" *\\n *| +(?=ERR/)", "|")
                .replaceAll("\\d{3}-\\d{8}- ?[A-Z0-9]+", "000-00000000-HOUSE")
                .replaceAll("\\d{2}[A-Z]{3}\\d{4}", "DDMMMHHMM")
                .replaceAll("(CSN/\\w{2}/DDMMMHHMM/)[^|]*", "$1TEXT")
                .replaceAll("/ ", "/");
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".txt") && !file.endsWith("ORIGIN.txt"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> outcome(Path file) throws IOException {
        String name = SAMPLES.relativize(file).toString().replace('\\', '/');
        byte[] raw = Files.readAllBytes(file);
        Optional<FormatId> format = Shipped.formats()
                .recognise(
                        new ByteArrayInputStream(raw), List.of(new FormatId("cargo-fhl"), new FormatId("cargo-fwb")));
        if (format.isEmpty()) {
            return List.of(name + " | not recognised: neither FHL nor FWB");
        }
        Mapping mapping = Shipped.formats().current(format.get());
        Scan scan = mapping.scan(new ByteArrayInputStream(raw), Limits.DEFAULT);
        List<String> problems = new ArrayList<>();
        scan.problems().forEach(problem -> problems.add(line(problem)));
        int declared = 0;
        if (!scan.refused()) {
            List<MappedItem> items = new ArrayList<>();
            mapping.read(new ByteArrayInputStream(raw), scan, Drawer.INPUTS, items::add);
            for (MappedItem item : items) {
                assertThat(item.failure()).as("the mapping itself, of %s", file).isEmpty();
                declared += item.declaration() == null ? 0 : 1;
                item.problems().forEach(problem -> problems.add(line(problem)));
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(name + " | " + format.get() + " | "
                + (scan.refused() ? "refused" : declared + " of " + scan.items() + " declared"));
        lines.addAll(problems.subList(0, Math.min(PROBLEMS_TOLD, problems.size())));
        return lines;
    }

    private static String line(Problem problem) {
        return "    " + problem.severity() + " " + problem.rule() + " " + problem.pointer();
    }
}
