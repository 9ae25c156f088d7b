package org.customsgateway.mapping.reference;

import java.time.LocalDate;
import java.util.regex.Pattern;

/** Whether a code of goods exists on a day: as chapter (2 digits), heading (4), subheading (6), or in a national tariff (8, 10). */
public enum TariffCode {
    EXISTS,
    /** What stands before it exists; nobody has listed what may follow. */
    NOT_LISTED,
    MISSING;

    private static final Pattern BETWEEN = Pattern.compile("[. ]");
    private static final Pattern CODE = Pattern.compile("([0-9]{2}){1,5}");

    /**
     * @param code as written; points and spaces do not count
     * @param country whose tariff it is, beyond six digits
     * @return {@code MISSING} also where it is no code: not of 2, 4, 6, 8 or 10 digits
     */
    public static TariffCode check(Snapshot references, String code, String country, LocalDate on) {
        String digits = digits(code);
        if (!CODE.matcher(digits).matches()) {
            return MISSING;
        }
        TariffCode international =
                international(references.set("hs"), digits.substring(0, Math.min(6, digits.length())), on);
        return digits.length() <= 6 || international == MISSING
                ? international
                : national(references, digits, country, on);
    }

    /** Without points and spaces. */
    public static String digits(String code) {
        return BETWEEN.matcher(code).replaceAll("");
    }

    private static TariffCode international(ReferenceSet hs, String digits, LocalDate on) {
        if (hs.find(on, digits).isPresent()) {
            return EXISTS;
        }
        if (digits.length() < 6) {
            return MISSING;
        }
        return hs.find(on, digits.substring(0, 4))
                .map(heading -> heading.flag("listed") ? MISSING : NOT_LISTED)
                .orElse(MISSING);
    }

    private static TariffCode national(Snapshot references, String digits, String country, LocalDate on) {
        return references
                .find("hs-national")
                .filter(tariff -> tariff.covers(country))
                .map(tariff -> tariff.find(on, country, digits).isPresent() ? EXISTS : MISSING)
                .orElse(NOT_LISTED);
    }
}
