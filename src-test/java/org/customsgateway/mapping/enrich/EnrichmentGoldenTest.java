package org.customsgateway.mapping.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customsgateway.mapping.enrich.Frequency.Known;
import org.customsgateway.mapping.reference.References;
import org.customsgateway.mapping.reference.Snapshot;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds each case of {@code src-test/golden/_shared/enrichment/cases.txt} against what is added to its document. */
class EnrichmentGoldenTest {

    private static final Path FOLDER = Path.of("src-test/golden/_shared/enrichment");
    private static final Snapshot DATA = References.open(
                    Path.of("mappings/reference"), FOLDER.resolve("reference"), Clock.systemUTC())
            .now();
    private static final Pattern STATEMENT = Pattern.compile(
            "<StatementCode>(GW-(?!VERSION|QUALITY)[A-Z-]+)</StatementCode><StatementDescription>([^<]*) \\[EN-[^]]*]<");

    private record Case(
            String name,
            String channel,
            String partner,
            LocalDate on,
            List<String> changes,
            Frequency before,
            String added) {

        static Case of(String block) {
            List<String> lines = block.lines().toList();
            String[] about = lines.get(1).split(" ");
            List<String> changes =
                    lines.stream().filter(line -> line.contains(" =>")).toList();
            String added = lines.stream().filter(line -> line.startsWith("GW-")).collect(Collectors.joining("\n"));
            Frequency before = lines.stream()
                    .filter(line -> line.startsWith("seen "))
                    .findFirst()
                    .map(Case::before)
                    .orElse(Frequency.UNKNOWN);
            return new Case(lines.get(0), about[0], about[1], LocalDate.parse(about[2]), changes, before, added);
        }

        private static Frequency before(String line) {
            String[] parties = line.substring("seen ".length()).split("; ");
            return new Frequency(known(parties[0]), known(parties[1]), known(parties[2]));
        }

        private static Known known(String party) {
            String[] words = party.split(" ");
            LocalDate first = words[0].equals("never") ? null : LocalDate.parse(words[0]);
            Map<String, BigDecimal> sums = words.length == 2 ? Map.of() : Map.of(words[3], new BigDecimal(words[2]));
            return new Known(first, Long.parseLong(words[1]), sums);
        }

        String found(String document) {
            String changed = document;
            for (String change : changes) {
                String[] both = change.split(" =>", -1);
                assertThat(changed).contains(both[0]);
                changed = changed.replace(both[0], both[1].strip());
            }
            var about = new Circumstances(on, channel, partner, "any", "en");
            byte[] asked = changed.getBytes(StandardCharsets.UTF_8);
            byte[] enriched = new Enricher(() -> DATA)
                    .add(asked, Consignment.of(asked), about, before)
                    .declaration();
            List<String> statements = new ArrayList<>();
            var all = STATEMENT.matcher(new String(enriched, StandardCharsets.UTF_8));
            while (all.find()) {
                statements.add(all.group(1) + " " + all.group(2).replaceAll("[.]csv:[0-9]+", ".csv"));
            }
            return String.join("\n", statements);
        }
    }

    private static Stream<Case> cases() throws IOException {
        return Stream.of(Files.readString(FOLDER.resolve("cases.txt")).split("(?m)^= "))
                .skip(1)
                .map(Case::of);
    }

    @TestFactory
    Stream<DynamicTest> golden() throws IOException {
        String document = Files.readString(FOLDER.resolve("goods.xml"));
        return cases().map(one -> DynamicTest.dynamicTest(
                one.name(), () -> assertThat(one.found(document)).isEqualTo(one.added())));
    }

    @Test
    void every_rule_has_a_case() throws IOException {
        String all = cases().map(Case::added).collect(Collectors.joining("\n"));
        assertThat(DATA.set("enrichment").under(LocalDate.parse("2026-11-20")))
                .allSatisfy(rule -> assertThat(all).contains(rule.text("statement") + " "));
    }

    @Test
    void the_lines_that_a_working_names_are_those_of_the_rates() throws IOException {
        String document = Files.readString(FOLDER.resolve("goods.xml"));
        var about = new Circumstances(LocalDate.parse("2026-11-20"), "post", "p", "any", "en");
        String enriched = new String(
                new Enricher(() -> DATA)
                        .add(document.getBytes(StandardCharsets.UTF_8), about)
                        .declaration(),
                StandardCharsets.UTF_8);
        var rate = Pattern.compile("x 19 % \\(tax-rates[.]csv:([0-9]+)\\)").matcher(enriched);
        assertThat(rate.find()).isTrue();
        assertThat(Files.readAllLines(Path.of("mappings/reference/tax-rates.csv"))
                        .get(Integer.parseInt(rate.group(1)) - 1))
                .startsWith("DE,vat,*,19,");
    }
}
