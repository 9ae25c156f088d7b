package org.customsgateway.mapping.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customsgateway.mapping.WcoModel;
import org.customsgateway.mapping.reference.ReferenceRow;
import org.customsgateway.mapping.reference.References;
import org.customsgateway.mapping.reference.Snapshot;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds each line of {@code src-test/golden/_shared/quality/cases.txt} against the rules as they are shipped. */
class QualityGoldenTest {

    private static final Path FOLDER = Path.of("src-test/golden/_shared/quality");
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final Snapshot OURS = References.open(Path.of("mappings/reference"), null, Clock.systemUTC())
            .now();

    private record Case(String channel, String changes, String findings) {

        static Case of(String line) {
            String[] parts = line.split("[|]", -1);
            return new Case(parts[0].strip(), parts[1].strip(), parts[2].strip());
        }

        byte[] declaration(String sound) {
            String changed = sound;
            for (String change : changes.split(";;")) {
                String[] both = change.split("=>", -1);
                assertThat(changed).contains(both[0].strip());
                changed = changed.replace(both[0].strip(), both[1].strip());
            }
            return changed.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static Stream<Case> cases() throws IOException {
        return Files.readAllLines(FOLDER.resolve("cases.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Case::of);
    }

    private static List<Finding> findings(byte[] declaration, String channel) {
        return new Enricher(() -> OURS)
                .add(declaration, new Circumstances(DAY, channel, "p", "any", "en"))
                .findings();
    }

    @TestFactory
    Stream<DynamicTest> golden() throws IOException {
        String sound = Files.readString(FOLDER.resolve("sound.xml"));
        return cases().map(one -> DynamicTest.dynamicTest(
                one.channel() + " " + one.changes(),
                () -> assertThat(findings(one.declaration(sound), one.channel()).stream()
                                .map(QualityGoldenTest::shown)
                                .collect(Collectors.joining(" + ")))
                        .isEqualTo(one.findings())));
    }

    private static String shown(Finding finding) {
        return finding.grade().written() + " " + finding.rule() + " " + finding.path() + " \"" + finding.value() + "\"";
    }

    @Test
    void nothing_is_found_where_all_is_well() throws IOException {
        byte[] sound = Files.readAllBytes(FOLDER.resolve("sound.xml"));
        for (String channel : List.of("post", "express", "ecommerce")) {
            assertThat(findings(sound, channel)).as(channel).isEmpty();
        }
    }

    @Test
    void every_rule_has_a_case_and_every_text_a_rule() throws IOException {
        String all = cases().map(Case::findings).collect(Collectors.joining("\n"));
        Set<String> rules = rows("quality").map(row -> row.text("rule")).collect(Collectors.toSet());
        assertThat(rules).isNotEmpty().allSatisfy(rule -> assertThat(all).contains(" " + rule + " "));
        for (String language : List.of("en", "fr")) {
            assertThat(rows("quality-texts")
                            .filter(row -> row.text("language").equals(language))
                            .map(row -> row.text("rule")))
                    .as(language)
                    .containsExactlyInAnyOrderElementsOf(rules);
        }
    }

    @Test
    void every_position_is_one_of_the_declaration_and_bears_its_own_id() {
        var positions = WcoModel.load(Path.of("xsd")).positions();
        assertThat(rows("quality")).allSatisfy(row -> {
            String path = new Position(row.text("position")).path(0).replaceAll("/(@.*|DateTimeString)$", "");
            String goods = row.text("position").startsWith(Position.GOODS)
                    ? path.replace("Declaration/", "Declaration/" + Position.GOODS + "/")
                    : path;
            assertThat(positions.wcoId(goods)).as(goods).isEqualTo(row.text("wco"));
        });
    }

    private static Stream<ReferenceRow> rows(String set) {
        return OURS.set(set).under(DAY).stream();
    }
}
