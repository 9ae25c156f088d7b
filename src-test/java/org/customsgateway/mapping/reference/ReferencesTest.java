package org.customsgateway.mapping.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.customsgateway.mapping.reference.ReferenceFolder.CLOCK;
import static org.customsgateway.mapping.reference.ReferenceFolder.HEAD;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-15");

    @TempDir
    private Path temporary;

    private ReferenceFolder folder;

    @BeforeEach
    void folder() throws IOException {
        folder = ReferenceFolder.in(temporary.resolve("reference"));
    }

    @Test
    void the_day_says_which_row_holds() throws IOException {
        ReferenceSet rates = folder.rates(
                        "EU,USD,1.10,,,2026-10-31",
                        "EU,USD,1.15,a note,2026-11-01,2026-11-30",
                        "EU,USD,1.20,,2026-12-05,")
                .open()
                .now()
                .set("rates");
        assertThat(rate(rates, "1999-01-01")).isEqualTo("1.10");
        assertThat(rate(rates, "2026-10-31")).isEqualTo("1.10");
        assertThat(rate(rates, "2026-11-01")).isEqualTo("1.15");
        assertThat(rate(rates, "2026-11-30")).isEqualTo("1.15");
        assertThat(rate(rates, "2026-12-01")).isEqualTo("none");
        assertThat(rate(rates, "2099-01-01")).isEqualTo("1.20");
        ReferenceRow row = rates.find(DAY, "EU", "USD").orElseThrow();
        assertThat(row.number("rate")).isEqualTo(new BigDecimal("1.15"));
        assertThat(row.text("note")).isEqualTo("a note");
        assertThat(row.text("authority")).isEqualTo("EU");
        assertThat(row.validTo()).isEqualTo("2026-11-30");
        assertThat(row.origin()).isEqualTo("mappings/reference/rates.csv:10");
        assertThat(rates.gaps())
                .containsExactly(new Gap("EU USD", LocalDate.parse("2026-12-01"), LocalDate.parse("2026-12-04")));
        assertThat(rates.newest()).isNull();
        assertThat(rates.old()).contains(LocalDate.parse("2026-12-02"));
    }

    private static String rate(ReferenceSet rates, String day) {
        return rates.find(LocalDate.parse(day), "EU", "USD")
                .map(row -> row.text("rate"))
                .orElse("none");
    }

    @Test
    void any_counts_less_than_what_is_named_and_earlier_parts_count_more() throws IOException {
        ReferenceSet rates = folder.rates("*,*,1,,,", "*,USD,2,,,", "EU,*,3,,,", "EU,USD,4,,,2026-01-01")
                .open()
                .now()
                .set("rates");
        assertThat(rates.best(DAY, "EU", "USD").orElseThrow().text("rate")).isEqualTo("3");
        assertThat(rates.best(DAY, "GB", "USD").orElseThrow().text("rate")).isEqualTo("2");
        assertThat(rates.best(DAY, "GB", "JPY").orElseThrow().text("rate")).isEqualTo("1");
        assertThat(rates.best(LocalDate.parse("2026-01-01"), "EU", "USD")
                        .orElseThrow()
                        .text("rate"))
                .isEqualTo("4");
        assertThat(rates.under(DAY, "EU")).extracting(row -> row.text("rate")).containsExactly("3");
        assertThat(rates.under(DAY)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EU,USD,1.10,,2026-11-01,2026-10-31 | validTo 2026-10-31 is before validFrom 2026-11-01",
                "EU,USD,1.10,,2026-02-30, | validFrom '2026-02-30' is no day",
                "EU,USD,1.10,,26-1-1, | validFrom '26-1-1' is no day",
                "EU,USD,-1.10,,, | rate '-1.10' is not number",
                "EU,USD,,,, | rate '' is not number",
                "EU,usd,1.10,,, | currency 'usd' is not /[A-Z]{3}",
                ",USD,1.10,,, | authority '' is not",
                "EU,USD,1.10,, | 5 cells where the file has 6 columns",
                "EU,USD,1.10,\"a,b,, | 4 cells where the file has 6 columns",
                "GB,USD,1.10,,, | GB USD holds on days on which it does already: mappings/reference/rates.csv:9",
                "GB,USD,1.10,,2026-11-01, | GB USD holds on days on which it does already"
            })
    void a_faulty_row_is_named_by_file_and_line(String row, String text) throws IOException {
        List<ReferenceFault> faults =
                folder.rates("GB,USD,1.2,,,", row == null ? "" : row).open().faults();
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).toString())
                .startsWith("mappings/reference/rates.csv:10: ")
                .contains(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# asOf: 2026-11-01 | # asOf: yesterday | asOf is a day",
                "# asOf: 2026-11-01 | # on: 2026-11-01 | the head does not say asOf",
                "# maxAge: P30D | # maxAge: 30 | maxAge is a period",
                "# sure: example | # sure: quite | sure is complete, extract or example",
                "# source: made up | # title: again | title is said twice",
                "rate,note | rate,price | the set rates has no column 'price'",
                "rate,note | note,note | the column note is there twice",
                "currency,rate | rate | columns are missing: currency",
                ",validTo | '' | columns are missing: validTo"
            })
    void a_faulty_head_is_named(String text, String instead, String said) throws IOException {
        String good = HEAD + "authority,currency,rate,note,validFrom,validTo\n";
        folder.write("rates.csv", good.replace(text, instead));
        assertThat(folder.open().faults())
                .anySatisfy(fault -> assertThat(fault.toString())
                        .startsWith("mappings/reference/rates.csv:")
                        .contains(said));
    }

    @Test
    void bytes_that_are_no_text_are_a_fault_of_their_line() throws IOException {
        folder.rates("EU,USD,1,café,,", "EU,GBP,1,,,");
        Path file = folder.path().resolve("rates.csv");
        byte[] bytes = Files.readString(file).getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, bytes);
        assertThat(folder.open().faults())
                .extracting(ReferenceFault::toString)
                .containsExactly("mappings/reference/rates.csv:9: not UTF-8");
    }

    @Test
    void hostile_files_are_faults_and_nothing_worse() throws IOException {
        folder.write("rates.csv", "");
        assertThat(folder.open().faults()).isNotEmpty();
        folder.rates("EU,USD,1," + "x".repeat(70_000) + ",,");
        assertThat(folder.open().faults())
                .anySatisfy(fault -> assertThat(fault.text()).contains("longer than"));
        folder.rates("EU,USD,1,a\u001fb,,");
        assertThat(folder.open().faults())
                .anySatisfy(fault -> assertThat(fault.text()).contains("note 'a?b'"));
        folder.rates("x\n".repeat(5000));
        assertThat(folder.open().faults()).hasSize(100);
    }

    @Test
    void what_a_spreadsheet_writes_is_read() throws IOException {
        String file =
                "\uFEFF" + HEAD + "note,validTo,validFrom,rate,currency,authority\n\"a \"\"b\"\", c\",,,1.5,USD,EU\n";
        folder.write("rates.csv", file.replace("\n", "\r\n"));
        ReferenceSet rates = folder.open().now().set("rates");
        assertThat(rates.find(DAY, "EU", "USD").orElseThrow().text("note")).isEqualTo("a \"b\", c");
        assertThat(rates.files().get(0).about().title()).isEqualTo("Rates");
    }

    @Test
    void a_set_may_be_yaml() throws IOException {
        folder.write("rates.yaml", """
                title: Rates
                source: made up
                licence: none needed
                covers: all
                sure: example
                asOf: 2026-11-01
                maxAge: P30D
                rows:
                  - { authority: EU, currency: USD, rate: 1.1, validTo: 2026-11-30 }
                  - { authority: EU, currency: USD, rate: 1.2, validFrom: 2026-11-30 }
                """);
        assertThat(folder.open().faults())
                .extracting(ReferenceFault::toString)
                .containsExactly("mappings/reference/rates.yaml:10: EU USD holds on days on which it does already:"
                        + " mappings/reference/rates.yaml:9");
    }

    @Test
    void a_broken_edit_keeps_the_last_good_one() throws IOException {
        References references = folder.rates("EU,USD,1,,,").open();
        String version = references.now().set("rates").version();
        assertThat(references.look()).isFalse();
        folder.rates("EU,USD,one,,,");
        assertThat(references.look()).isTrue();
        assertThat(references.faults()).hasSize(1);
        assertThat(references.now().set("rates").version()).isEqualTo(version);
        assertThat(references.look()).isFalse();
        assertThat(references.faults()).hasSize(1);
        Files.delete(folder.path().resolve("rates.csv"));
        references.look();
        assertThat(references.now().set("rates").version()).isEqualTo(version);
        assertThat(references.faults()).hasSize(1);
        folder.rates("EU,USD,2.25,,,");
        references.look();
        assertThat(references.faults()).isEmpty();
        assertThat(rate(references.now().set("rates"), "2026-11-01")).isEqualTo("2.25");
    }

    @Test
    void who_holds_a_set_sees_it_unchanged() throws IOException {
        References references = folder.rates("EU,USD,1,,,").open();
        ReferenceSet held = references.now().set("rates");
        folder.rates("EU,USD,23,,,");
        references.look();
        assertThat(rate(held, "2026-11-01")).isEqualTo("1");
        assertThat(rate(references.now().set("rates"), "2026-11-01")).isEqualTo("23");
    }

    @Test
    void files_from_outside_replace_or_extend() throws IOException {
        folder.rates("EU,USD,1,,,");
        ReferenceFolder outside = new ReferenceFolder(Files.createDirectories(temporary.resolve("outside")));
        References references = References.open(folder.path(), outside.path(), CLOCK);
        assertThat(references.now().set("rates").size()).isEqualTo(1);
        outside.rates("EU,GBP,2,,,");
        assertThat(references.look()).isTrue();
        assertThat(references.now().set("rates").under(DAY))
                .extracting(row -> row.text("currency"))
                .containsExactly("GBP");
        Path file = outside.path().resolve("rates.csv");
        Files.writeString(file, "# use: extend\n" + Files.readString(file));
        assertThat(references.look()).isTrue();
        assertThat(references.now().set("rates").under(DAY))
                .extracting(row -> row.text("currency"))
                .containsExactly("GBP", "USD");
        assertThat(references
                        .now()
                        .set("rates")
                        .find(DAY, "EU", "GBP")
                        .orElseThrow()
                        .origin())
                .isEqualTo(outside.path() + "/rates.csv:10");
        outside.write("rate.csv", "");
        references.look();
        assertThat(references.faults())
                .extracting(ReferenceFault::text)
                .containsExactly("sets.yaml has no set of this name");
    }

    @Test
    void a_broken_list_of_sets_changes_nothing() throws IOException {
        References references = folder.rates("EU,USD,1,,,").open();
        String good = Files.readString(folder.path().resolve("sets.yaml"));
        folder.write("sets.yaml", good.replace("number", "money"));
        references.look();
        assertThat(references.faults().toString()).contains("sets.yaml:4").contains("'money' is not text, number");
        assertThat(references.now().set("rates").size()).isEqualTo(1);
        folder.write("sets.yaml", good.replace("rate:", "price:"));
        Files.setLastModifiedTime(folder.path().resolve("sets.yaml"), FileTime.from(Instant.EPOCH));
        references.look();
        assertThat(references.faults().toString()).contains("has no column 'rate'");
    }

    @Test
    void what_is_not_there_is_our_fault() throws IOException {
        References references = folder.open();
        assertThat(references.faults())
                .extracting(ReferenceFault::text)
                .containsExactly("there is no file of this set");
        assertThatThrownBy(() -> references.now().set("rates")).isInstanceOf(MissingReference.class);
    }
}
