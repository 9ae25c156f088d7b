package org.customsgateway.mapping.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The reference data that is shipped. */
class OurReferenceTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    private final References references = References.open(Path.of("mappings/reference"), null, ReferenceFolder.CLOCK);

    @Test
    void all_files_are_good_and_none_is_old() {
        assertThat(references.faults()).isEmpty();
        assertThat(references.now().all()).hasSize(23).allSatisfy(set -> {
            assertThat(set.old().orElseThrow()).as(set.shape().name()).isAfter(DAY);
            assertThat(set.gaps()).as(set.shape().name()).isEmpty();
        });
    }

    @Test
    void the_nomenclature_has_as_many_chapters_and_headings_as_the_wco_counts() {
        ReferenceSet hs = references.now().set("hs");
        assertThat(hs.under(DAY))
                .filteredOn(row -> row.text("code").length() == 2)
                .hasSize(96);
        assertThat(hs.under(DAY))
                .filteredOn(row -> row.text("code").length() == 4)
                .hasSize(1228);
        assertThat(hs.under(DAY))
                .filteredOn(row -> row.flag("listed"))
                .allSatisfy(heading -> assertThat(hs.longest(DAY, heading.text("code") + "00")
                                .orElseThrow()
                                .text("code"))
                        .startsWith(heading.text("code")));
        assertThat(hs.longest(DAY, "620399").orElseThrow().text("code")).isEqualTo("6203");
        assertThat(hs.find(DAY, "610910")).isPresent();
        assertThat(hs.find(LocalDate.parse("2021-12-31"), "610910")).isEmpty();
    }

    @Test
    void what_one_set_names_another_one_has() {
        Set<String> countries = codes("countries", "code");
        Set<String> unions = codes("unions", "union");
        Set<String> known = new TreeSet<>(countries);
        known.addAll(unions);
        known.add("*");
        assertThat(codes("unions", "country")).isSubsetOf(countries);
        assertThat(codes("de-minimis", "country")).isSubsetOf(known).hasSize(17);
        assertThat(codes("de-minimis", "origin")).isSubsetOf(known);
        assertThat(codes("regimes", "country")).isEqualTo(codes("de-minimis", "country"));
        Set<String> currencies = codes("currencies", "code");
        assertThat(codes("de-minimis", "currency")).isSubsetOf(currencies);
        assertThat(codes("regimes", "currency")).isSubsetOf(currencies);
        assertThat(codes("rates", "currency")).isSubsetOf(currencies);
        Set<String> schemes = codes("tax-schemes", "scheme");
        schemes.add("");
        assertThat(codes("regimes", "scheme")).isSubsetOf(schemes);
        assertThat(codes("tax-bases", "country")).isEqualTo(codes("de-minimis", "country"));
        assertThat(references.now().set("tax-bases").under(DAY).stream()
                        .map(row -> row.text("country") + row.text("currency"))
                        .distinct())
                .as("one currency for each")
                .hasSameSizeAs(codes("tax-bases", "country"));
        assertThat(codes("tax-bases", "currency")).isSubsetOf(currencies);
        assertThat(codes("tax-rates", "country")).isSubsetOf(known);
        assertThat(references.now().set("hs-words").under(DAY))
                .allSatisfy(row -> assertThat(row.text("codes").split(" "))
                        .as(row.origin())
                        .allSatisfy(
                                code -> assertThat(references.now().set("hs").find(DAY, code))
                                        .isPresent()));
        assertThat(codes("units", "base")).isSubsetOf(codes("units", "code"));
        assertThat(codes("locations", "country")).isSubsetOf(countries);
        assertThat(references.now().set("restricted-goods").under(DAY))
                .allSatisfy(row -> assertThat(references.now().set("hs").find(DAY, row.text("hs")))
                        .as(row.origin())
                        .isPresent());
    }

    private Set<String> codes(String set, String column) {
        return references.now().set(set).under(DAY).stream()
                .map(row -> row.text(column))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void what_was_true_on_the_day_counts() {
        ReferenceSet minimis = references.now().set("de-minimis");
        String[] us = {"US", "duty", "*", "*", "*", "0"};
        assertThat(minimis.find(LocalDate.parse("2025-08-28"), us).orElseThrow().text("relief"))
                .isEqualTo("free");
        assertThat(minimis.find(LocalDate.parse("2025-08-29"), us).orElseThrow().text("relief"))
                .isEqualTo("none");
        String[] eu = {"EU", "duty", "*", "*", "*", "0"};
        assertThat(minimis.find(LocalDate.parse("2026-06-30"), eu).orElseThrow().text("relief"))
                .isEqualTo("free");
        assertThat(minimis.find(DAY, eu).orElseThrow().number("flat")).isEqualByComparingTo("3");
        assertThat(references.now().set("unions").find(LocalDate.parse("2020-12-31"), "GB", "EU"))
                .isPresent();
        assertThat(references.now().set("unions").find(DAY, "GB", "EU")).isEmpty();
        assertThat(references.now().set("currencies").find(DAY, "BGN")).isEmpty();
    }
}
