package org.customsgateway.mapping.reference;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Whether a number can be one of a tax scheme: its form and, where its rule is public, its check digit. Nobody is asked whether it exists. */
public enum TaxNumber {
    /** Its form is right, and its check digit where it has a public one. */
    FITS,
    WRONG_FORM,
    WRONG_CHECK_DIGIT,
    /** {@code tax-schemes.csv} has no such scheme on that day. */
    UNKNOWN_SCHEME;

    private static final int LONGEST = 40;

    private static final Map<String, Pattern> FORMS = new ConcurrentHashMap<>();

    private static Pattern form(ReferenceRow scheme) {
        return FORMS.computeIfAbsent(scheme.text("pattern"), Pattern::compile);
    }

    /**
     * @param scheme of {@code tax-schemes.csv}
     * @param number as written; spaces do not count
     */
    public static TaxNumber check(Snapshot references, String scheme, String number, LocalDate on) {
        Optional<ReferenceRow> row = references.set("tax-schemes").find(on, scheme);
        if (row.isEmpty()) {
            return UNKNOWN_SCHEME;
        }
        String written = number.replace(" ", "");
        if (written.length() > LONGEST || !form(row.get()).matcher(written).matches()) {
            return WRONG_FORM;
        }
        return CheckDigit.named(row.get().text("check")).orElse(CheckDigit.NONE).fits(written)
                ? FITS
                : WRONG_CHECK_DIGIT;
    }
}
