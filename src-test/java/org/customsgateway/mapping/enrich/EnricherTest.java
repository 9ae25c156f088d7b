package org.customsgateway.mapping.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.customsgateway.mapping.reference.References;
import org.customsgateway.mapping.reference.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnricherTest {

    private static final Snapshot OURS = References.open(Path.of("mappings/reference"), null, Clock.systemUTC())
            .now();

    private static final Circumstances POST =
            new Circumstances(LocalDate.parse("2026-11-20"), "post", "p", "upu-itmatt", "en");

    /** A declaration as far as rules look at it. */
    private record Goods(String to, String from, String nature, String fiscal, String... lines) {

        /** Each line is a code, an amount and a currency. */
        byte[] declaration() {
            StringBuilder items = new StringBuilder();
            for (int i = 0; i < lines.length; i++) {
                String[] line = lines[i].split(" ");
                items.append("""
                        <GovernmentAgencyGoodsItem><SequenceNumeric>%d</SequenceNumeric><Commodity>
                        <Classification><ID>%s</ID><IdentificationTypeCode>HS</IdentificationTypeCode></Classification>
                        <Classification><ID>SKU-1</ID><IdentificationTypeCode>SK</IdentificationTypeCode></Classification>
                        <InvoiceLine><ItemChargeAmount currencyID="%s">%s</ItemChargeAmount></InvoiceLine></Commodity>
                        <Origin><CountryCode>JP</CountryCode></Origin></GovernmentAgencyGoodsItem>
                        """.formatted(i + 1, line[0], line[2], line[1]));
            }
            return """
                    <Declaration><AdditionalInformation><StatementCode>GW-VERSION</StatementCode></AdditionalInformation>
                    <AdditionalInformation><StatementCode>LAST</StatementCode></AdditionalInformation><Agent/>
                    <GoodsShipment><TransactionNatureCode>%s</TransactionNatureCode>
                    <Consignee><Address><CountryCode>%s</CountryCode></Address></Consignee>
                    <Consignor><Address><CountryCode>%s</CountryCode></Address></Consignor>
                    <DomesticDutyTaxParty><ID>%s</ID><RoleCode>FR5</RoleCode></DomesticDutyTaxParty>
                    %s</GoodsShipment></Declaration>
                    """.formatted(nature, to, from, fiscal, items).getBytes(StandardCharsets.UTF_8);
        }

        Map<String, String> enriched(Snapshot references, String day, String channel) {
            return new Enricher(() -> references)
                    .add(declaration(), new Circumstances(LocalDate.parse(day), channel, "p", "upu-itmatt", "en"))
                    .properties();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // to | from | nature | fiscal | goods | day | channel | relief | regime | category
                "DE | CN | 11 | IM2760000000 | 610910 19.90 EUR | 2026-11-20 | post | flat 3 EUR | IOSS | 3",
                "DE | CN | 11 | IM2760000000 | 610910 19.90 EUR | 2026-06-30 | post | free | IOSS | 3",
                "DE | CN | 11 | IM2760000000 | 610910 19.90 EUR | 2021-06-30 | post | free | - | 2",
                "DE | CN | 11 | - | 610910 19.90 EUR | 2026-11-20 | post | flat 3 EUR | SPECIAL | 3",
                "DE | CN | 11 | - | 610910 19.90 EUR | 2026-11-20 | ecommerce | flat 3 EUR | STANDARD | 3",
                "DE | CN | 11 | IM2760000000 | 610910 150.01 EUR | 2026-11-20 | post | none | STANDARD | 4",
                "DE | CN | 11 | IM2760000000 | 610910 150.00 EUR | 2026-11-20 | post | flat 3 EUR | IOSS | 3",
                "DE | CN | 11 | IM2760000000 | 220820 19.90 EUR | 2026-11-20 | post | flat 3 EUR | SPECIAL | 3",
                "DE | CN | 11 | IM276000000 | 610910 19.90 EUR | 2026-11-20 | post | flat 3 EUR | SPECIAL | 3",
                "DE | CN | 31 | - | 610910 44.00 EUR | 2026-11-20 | post | free | SPECIAL | 2",
                "DE | CN | 91 | - | 490199 1 EUR | 2026-11-20 | post | flat 3 EUR | SPECIAL | 1",
                "DE | FR | 11 | - | 610910 19.90 EUR | 2026-11-20 | post | - | - | -",
                "FR | GB | 11 | - | 610910 19.90 EUR | 2020-12-31 | post | - | - | -",
                "DE | CN | 11 | - | 610910 19.90 USD | 2026-11-20 | post | - | - | -",
                "US | CN | 11 | - | 610910 19.90 USD | 2025-08-28 | express | free | - | 3",
                "US | CN | 11 | - | 610910 19.90 USD | 2025-08-29 | express | none | STANDARD | -",
                "US | CN | 11 | - | 610910 19.90 EUR | 2026-11-20 | express | none | STANDARD | -",
                "AU | CN | 11 | 51824753556 | 610910 900 AUD | 2026-11-20 | post | free | VENDOR | 3",
                "CA | US | 11 | - | 610910 40 CAD | 2026-11-20 | express | free | CLVS | 2",
                "CA | US | 11 | - | 610910 40 CAD | 2026-11-20 | post | - | STANDARD | -",
                "MX | US | 11 | - | 610910 60 USD | 2026-11-20 | post | - | GLOBAL | -",
                "ZZ | CN | 11 | - | 610910 60 USD | 2026-11-20 | post | - | - | -"
            })
    void says_what_the_rules_of_the_day_make_of_it(
            String to,
            String from,
            String nature,
            String fiscal,
            String goods,
            String day,
            String channel,
            String relief,
            String regime,
            String category) {
        var properties = new Goods(to, from, nature, fiscal.replace("-", ""), goods).enriched(OURS, day, channel);
        assertThat(properties.getOrDefault("addedRelief", "-")).as("relief").isEqualTo(relief);
        assertThat(properties.getOrDefault("addedRegime", "-")).as("regime").isEqualTo(regime);
        assertThat(properties.getOrDefault("addedCategory", "-")).as("category").isEqualTo(category);
    }

    /** The example of the Commission's: five shirts are one subheading, a shirt and a watch are two. */
    @Test
    void the_flat_duty_is_for_each_distinct_subheading() {
        var shirts = new Goods("DE", "CN", "11", "", "610910 5 EUR", "610910 5 EUR", "6109.10 7 EUR");
        assertThat(shirts.enriched(OURS, "2026-11-20", "post")).containsEntry("addedRelief", "flat 3 EUR");
        var watch = new Goods("DE", "CN", "11", "", "610910 5 EUR", "910211 9 EUR");
        assertThat(watch.enriched(OURS, "2026-11-20", "post"))
                .containsEntry("addedRelief", "flat 6 EUR")
                .containsEntry("addedValue", "14 EUR");
    }

    @Test
    void the_worst_code_of_goods_counts_and_each_is_named() {
        var goods = new Goods("DE", "CN", "11", "", "610910 5 EUR", "010121 5 EUR", "611850 5 EUR");
        Enriched enriched = new Enricher(() -> OURS).add(goods.declaration(), POST);
        assertThat(enriched.properties()).containsEntry("addedTariff", "MISSING");
        assertThat(new String(enriched.declaration(), StandardCharsets.UTF_8))
                .contains(
                        "<StatementDescription>MISSING: EXISTS item 1 610910; NOT_LISTED item 2 010121; MISSING item 3 611850"
                                + " [EN-TARIFF; hs " + OURS.set("hs").version());
    }

    @Test
    void what_is_added_stands_behind_all_that_the_mapping_said() {
        var goods = new Goods("DE", "CN", "11", "", "610910 5 EUR");
        byte[] before = goods.declaration();
        Enriched enriched = new Enricher(() -> OURS).add(before, POST);
        String after = new String(enriched.declaration(), StandardCharsets.UTF_8);
        assertThat(after)
                .containsSubsequence(
                        "LAST</StatementCode></AdditionalInformation><AdditionalInformation><StatementCode>GW-AMOUNTS",
                        "<Agent/>");
        assertThat(after.replaceAll(
                        "<AdditionalInformation><StatementCode>GW-(?!VERSION).*?</AdditionalInformation>", ""))
                .isEqualTo(new String(before, StandardCharsets.UTF_8));
        assertThat(enriched.properties().get("addedBy"))
                .contains("EN-REGIME regimes " + OURS.set("regimes").version());
    }

    @Test
    void a_long_working_goes_on_in_the_next_statement() {
        String[] lines = new String[40];
        Arrays.setAll(lines, i -> "610910 " + (i + 10) + ".37 EUR");
        Enriched enriched = new Enricher(() -> OURS).add(new Goods("DE", "CN", "11", "", lines).declaration(), POST);
        List<String> texts = Pattern.compile(
                        "GW-DUTY</StatementCode><StatementDescription>([^<]*)</StatementDescription>")
                .matcher(new String(enriched.declaration(), StandardCharsets.UTF_8))
                .results()
                .map(result -> result.group(1))
                .toList();
        assertThat(texts)
                .hasSizeGreaterThan(3)
                .allSatisfy(text -> assertThat(text)
                        .hasSizeLessThanOrEqualTo(512)
                        .startsWith(enriched.properties().get("addedDuty"))
                        .contains("[EN-DUTY; ")
                        .doesNotContain("…"));
        assertThat(String.join("", texts))
                .contains("item 1 10.37 x 12 % (", "item 20 29.37 x 12 % (", "item 40 49.37 x");
    }

    @Test
    void who_is_trusted_is_known_to_the_rules_of_quality(@TempDir Path outside) throws IOException {
        String head = """
                # title: Ours
                # source: agreed
                # licence: ours
                # covers: one row
                # sure: complete
                # asOf: 2026-11-01
                # maxAge: P50Y
                # use: extend
                """;
        Files.writeString(outside.resolve("quality.csv"), head + """
                rule,partner,format,destination,channel,test,nature,operator,position,wco,trusted,severity,source,validFrom,validTo
                QD-ORIGIN,p,*,*,*,completeness,*,absent,GoodsShipment/GovernmentAgencyGoodsItem/Origin/CountryCode,063,no,refer,,,
                """);
        Files.writeString(outside.resolve("trusted-parties.csv"), head + """
                number,country,kind,authority,note,validFrom,validTo
                IM2760000000,EU,known-seller,operator,,2026-01-01,2026-12-31
                """);
        try (References references = References.open(Path.of("mappings/reference"), outside, Clock.systemUTC())) {
            assertThat(references.faults()).isEmpty();
            var known = new Goods("DE", "CN", "11", "IM2760000000", "610910 19.90 EUR");
            assertThat(known.enriched(references.now(), "2026-11-20", "post"))
                    .containsEntry("addedTrustedSeller", "known-seller")
                    .doesNotContainEntry("quality", "refer");
            assertThat(known.enriched(references.now(), "2027-01-01", "post"))
                    .doesNotContainKey("addedTrustedSeller")
                    .containsEntry("quality", "refer");
        }
    }

    /** Whoever writes the number of an example into a message is not trusted for it. */
    @Test
    void an_example_trusts_nobody_and_names_nobody(@TempDir Path outside) throws IOException {
        String head = """
                # title: Ours
                # source: made up
                # licence: ours
                # covers: one row
                # sure: example
                # asOf: 2026-11-01
                # maxAge: P50Y
                # use: extend
                """;
        Files.writeString(outside.resolve("trusted-parties.csv"), head + """
                number,country,kind,authority,note,validFrom,validTo
                IM2760000000,EU,known-seller,operator,,2026-01-01,2026-12-31
                """);
        try (References references = References.open(Path.of("mappings/reference"), outside, Clock.systemUTC())) {
            assertThat(references.faults()).isEmpty();
            assertThat(new Goods("DE", "CN", "11", "IM2760000000", "610910 19.90 EUR")
                            .enriched(references.now(), "2026-11-20", "post"))
                    .doesNotContainKey("addedTrustedSeller");
        }
        assertThat(new Goods("ZZ", "CN", "11", "", "610910 19.90 EUR").enriched(OURS, "2026-11-20", "post"))
                .doesNotContainKeys("addedDeclarant", "addedOffice");
    }

    @Test
    void another_currency_counts_only_by_a_rate_that_is_no_example(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("rates.csv"), """
                # title: Rates
                # source: notice 11/2026
                # licence: public
                # covers: one currency
                # sure: complete
                # asOf: 2026-11-01
                # maxAge: P40D
                authority,currency,base,rate,validFrom,validTo
                EU,USD,EUR,1.25,2026-11-01,2026-11-30
                """);
        var goods = new Goods("DE", "CN", "11", "IM2760000000", "610910 187.50 USD");
        try (References references = References.open(Path.of("mappings/reference"), outside, Clock.systemUTC())) {
            assertThat(goods.enriched(references.now(), "2026-11-20", "post"))
                    .containsEntry("addedRegime", "IOSS")
                    .containsEntry("addedRelief", "flat 3 EUR");
            assertThat(goods.enriched(references.now(), "2026-12-01", "post")).doesNotContainKey("addedRelief");
            assertThat(goods.enriched(OURS, "2026-11-20", "post")).doesNotContainKey("addedRelief");
        }
    }

    @Test
    void without_reference_data_nothing_is_added(@TempDir Path nowhere) {
        var goods = new Goods("DE", "CN", "11", "", "610910 5 EUR");
        try (References none = References.open(nowhere, null, Clock.systemUTC())) {
            Enriched enriched = new Enricher(none::now).add(goods.declaration(), POST);
            assertThat(enriched.properties()).isEmpty();
            assertThat(enriched.declaration()).isEqualTo(goods.declaration());
        }
    }
}
