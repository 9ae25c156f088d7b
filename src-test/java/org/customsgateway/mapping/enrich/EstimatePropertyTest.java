package org.customsgateway.mapping.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.customsgateway.mapping.reference.References;
import org.customsgateway.mapping.reference.Snapshot;

/** Whatever goods cost: shares make up what was shared out, no tax is negative or finer than its currency, and its parts are its total. */
class EstimatePropertyTest {

    private static final Snapshot OURS = References.open(Path.of("mappings/reference"), null, Clock.systemUTC())
            .now();
    private static final List<String> DESTINATIONS =
            List.of("DE", "GB", "AU", "JP", "SG", "CN", "BR", "MX", "CH", "US");
    private static final List<String> CURRENCIES =
            List.of("EUR", "GBP", "AUD", "JPY", "SGD", "CNY", "USD", "USD", "CHF", "USD");
    private static final List<String> CODES = List.of("610910", "851713", "490199", "910211", "8517", "", "220300");

    @Property
    void shares_are_whole_minor_units_and_make_up_the_amount(
            @ForAll @IntRange(max = 10_000_000) int amount,
            @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 1_000_000) Integer> values,
            @ForAll @IntRange(max = 3) int digits) {
        BigDecimal whole = BigDecimal.valueOf(amount, digits);
        List<BigDecimal> shares =
                Shares.of(whole, values.stream().map(BigDecimal::valueOf).toList(), digits);
        assertThat(shares).hasSameSizeAs(values).allSatisfy(share -> {
            assertThat(share).isNotNegative();
            assertThat(share.stripTrailingZeros().scale()).isLessThanOrEqualTo(digits);
        });
        assertThat(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(whole);
        int sum = values.stream().mapToInt(Integer::intValue).sum();
        IntStream.range(0, values.size())
                .filter(i -> sum > 0)
                .forEach(i -> assertThat(shares.get(i)
                                .subtract(whole.multiply(BigDecimal.valueOf((double) values.get(i) / sum)))
                                .abs())
                        .isLessThan(new BigDecimal("1.001").movePointLeft(digits)));
    }

    @Property(tries = 400)
    void what_is_due_is_the_sum_of_its_parts(
            @ForAll @IntRange(max = 9) int place,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = -100, max = 100_000_000) Integer> cents,
            @ForAll @IntRange(max = 100_000) int freight,
            @ForAll @IntRange(max = 6) int codes) {
        String currency = CURRENCIES.get(place);
        StringBuilder goods = new StringBuilder();
        for (int i = 0; i < cents.size(); i++) {
            goods.append("""
                    <GovernmentAgencyGoodsItem><Commodity>
                    <Classification><ID>%s</ID><IdentificationTypeCode>HS</IdentificationTypeCode></Classification>
                    <InvoiceLine><ItemChargeAmount currencyID="%s">%s</ItemChargeAmount></InvoiceLine>
                    </Commodity></GovernmentAgencyGoodsItem>""".formatted(
                            CODES.get((codes + i) % CODES.size()), currency, BigDecimal.valueOf(cents.get(i), 3)));
        }
        String declaration = """
                <Declaration><GoodsShipment>
                <CustomsValuation><FreightChargeAmount currencyID="%s">%s</FreightChargeAmount></CustomsValuation>
                <Destination><CountryCode>%s</CountryCode></Destination><ExportCountry><ID>TH</ID></ExportCountry>
                %s</GoodsShipment></Declaration>""".formatted(currency, BigDecimal.valueOf(freight, 2), DESTINATIONS.get(place), goods);
        Scene scene = new Scene(
                OURS,
                Consignment.of(declaration.getBytes(StandardCharsets.UTF_8)),
                new Circumstances(LocalDate.parse("2026-11-20"), "ecommerce", "p", "any", "en"),
                Frequency.UNKNOWN);
        Estimate estimate = scene.estimate().orElseThrow();
        List<Levy> known = estimate.levies().stream().filter(Levy::known).toList();
        assertThat(known).allSatisfy(levy -> {
            assertThat(levy.total()).isNotNegative();
            assertThat(levy.parts()).allSatisfy(part -> {
                assertThat(part).isNotNegative();
                assertThat(part.stripTrailingZeros().scale()).isLessThanOrEqualTo(estimate.digits());
            });
            assertThat(levy.parts().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(levy.total());
        });
        String due = estimate.due().value();
        if (known.size() < estimate.levies().size()) {
            assertThat(due).isEqualTo("unknown");
        } else {
            assertThat(new BigDecimal(due.replaceFirst("^example ", "").split(" ")[0]))
                    .isEqualByComparingTo(known.stream().map(Levy::total).reduce(BigDecimal.ZERO, BigDecimal::add));
            assertThat(due).endsWith(" " + currency);
        }
    }
}
