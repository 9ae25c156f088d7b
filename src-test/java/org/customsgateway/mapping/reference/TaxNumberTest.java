package org.customsgateway.mapping.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxNumberTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final Snapshot OURS = References.open(Path.of("mappings/reference"), null, ReferenceFolder.CLOCK)
            .now();

    @ParameterizedTest
    @CsvSource({
        "AU-ABN, 51 824 753 556",
        "AU-GST, 51824753556",
        "GB-VAT, GB980780684",
        "NZ-GST, 49091850",
        "NZ-GST, 136410132",
        "NO-ORG, 923609016MVA",
        "CH-UID, CHE-109.322.551",
        "IN-GSTIN, 27AAPFU0939F1ZV",
        "BR-CNPJ, 11222333000181",
        "BR-CPF, 52998224725",
        "CA-BN, 123456782RM0001"
    })
    void a_check_digit_finds_each_wrong_digit(String scheme, String number) {
        assertThat(TaxNumber.check(OURS, scheme, number, DAY)).isEqualTo(TaxNumber.FITS);
        String checked = scheme.equals("CA-BN") ? number.substring(0, 9) : number;
        for (int i = 0; i < checked.length(); i++) {
            char digit = number.charAt(i);
            if (digit >= '0' && digit <= '9') {
                char other = (char) ('0' + (digit - '0' + 1) % 10);
                String wrong = number.substring(0, i) + other + number.substring(i + 1);
                assertThat(TaxNumber.check(OURS, scheme, wrong, DAY)).as(wrong).isEqualTo(TaxNumber.WRONG_CHECK_DIGIT);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "IOSS, IM2760000000, FITS",
        "IOSS, IM276000000, WRONG_FORM",
        "IOSS, XM2760000000, WRONG_FORM",
        "VOEC, 2012345, FITS",
        "AU-GST, 300012345678, FITS",
        "KR-PCCC, P123456789012, FITS",
        "ABC, 1, UNKNOWN_SCHEME"
    })
    void a_number_has_the_form_of_its_scheme(String scheme, String number, TaxNumber said) {
        assertThat(TaxNumber.check(OURS, scheme, number, DAY)).isEqualTo(said);
    }

    @Test
    void every_rule_that_is_named_is_there() {
        assertThat(OURS.set("tax-schemes").under(DAY))
                .allSatisfy(row -> assertThat(CheckDigit.named(row.text("check")))
                        .as(row.origin())
                        .isPresent());
        assertThat(TaxNumber.check(OURS, "IOSS", "IM2760000000", LocalDate.parse("2021-06-30")))
                .isEqualTo(TaxNumber.UNKNOWN_SCHEME);
    }

    @ParameterizedTest
    @CsvSource({
        "61, EXISTS",
        "77, MISSING",
        "98, MISSING",
        "6109, EXISTS",
        "6118, MISSING",
        "8107, MISSING",
        "2404, EXISTS",
        "6109.10, EXISTS",
        "610950, MISSING",
        "010121, NOT_LISTED",
        "010700, MISSING",
        "61091000, NOT_LISTED",
        "6109500000, MISSING",
        "610, MISSING",
        "abc, MISSING",
        "'', MISSING"
    })
    void a_code_of_goods_exists_as_far_as_it_is_listed(String code, TariffCode said) {
        assertThat(TariffCode.check(OURS, code, "DE", DAY)).isEqualTo(said);
    }
}
