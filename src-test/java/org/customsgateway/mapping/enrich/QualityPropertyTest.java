package org.customsgateway.mapping.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.customsgateway.mapping.GoldenDeclarations;
import org.customsgateway.mapping.reference.References;
import org.customsgateway.mapping.reference.Snapshot;

/** Whatever stands in the leaves of a declaration, and whichever of them are missing: rules find faults, and never fall over one. */
class QualityPropertyTest {

    private static final Snapshot OURS = References.open(Path.of("mappings/reference"), null, Clock.systemUTC())
            .now();
    private static final Enricher ENRICHER = new Enricher(() -> OURS);
    private static final Pattern LEAF = Pattern.compile("<(\\w[\\w:]*)( [^>]*)?>([^<]+)</\\1>");
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "0",
            "-1",
            "1",
            "99999999999999999999.999",
            "gift",
            "UNKNOWN",
            "\u0130stanbul",
            "ß",
            "2026-13-45T99:99:99Z",
            "20269999",
            "20261121",
            "20261121100000Z",
            "2026-11-21T10:00:00+01:00",
            "zz",
            "NL",
            "EUR",
            "610910",
            "6",
            "\uD83D\uDCE6",
            "&amp;&lt;",
            "11",
            "21",
            "31",
            "KGM");
    private static final List<String> DECLARATIONS = declarations();

    private static List<String> declarations() {
        try {
            return GoldenDeclarations.all();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Property(tries = 500)
    void a_mutated_declaration_has_findings_or_none(@ForAll long seed, @ForAll @IntRange(max = 20) int changes) {
        var random = new Random(seed);
        String declaration = DECLARATIONS.get(random.nextInt(DECLARATIONS.size()));
        Enriched enriched = enriched(mutated(declaration, changes, random), random);
        assertThat(enriched.findings()).allSatisfy(finding -> {
            assertThat(finding.path()).startsWith("Declaration/");
            assertThat(finding.text()).isNotBlank();
            assertThat(enriched.properties().get("qualityRules")).contains(finding.rule());
        });
    }

    private static Enriched enriched(String declaration, Random random) {
        var about = new Circumstances(
                LocalDate.parse("2026-11-20"),
                List.of("post", "express", "ecommerce").get(random.nextInt(3)),
                "p",
                "any",
                List.of("en", "fr", "de").get(random.nextInt(3)));
        return ENRICHER.add(declaration.getBytes(StandardCharsets.UTF_8), about);
    }

    /** What the schema makes sure of in amounts is left to it: only texts, codes and times are changed. */
    private static String mutated(String declaration, int changes, Random random) {
        String mutated = declaration;
        for (int i = 0; i < changes; i++) {
            List<int[]> leaves = new ArrayList<>();
            Matcher leaf = LEAF.matcher(mutated);
            while (leaf.find()) {
                if (!leaf.group(1).endsWith("Amount")) {
                    leaves.add(new int[] {leaf.start(), leaf.start(3), leaf.end(3), leaf.end()});
                }
            }
            if (leaves.isEmpty()) {
                return mutated;
            }
            int[] at = leaves.get(random.nextInt(leaves.size()));
            mutated = random.nextInt(4) == 0
                    ? mutated.substring(0, at[0]) + mutated.substring(at[3])
                    : mutated.substring(0, at[1])
                            + VALUES.get(random.nextInt(VALUES.size()))
                            + mutated.substring(at[2]);
        }
        return mutated;
    }
}
