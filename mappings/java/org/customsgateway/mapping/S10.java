package org.customsgateway.mapping;

import java.util.regex.Pattern;

/** The identifier of a postal item: two letters, eight digits, a check digit, a country (UPU S10-12). */
final class S10 {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}[0-9]{9}[A-Z]{2}");
    private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

    private S10() {}

    /** Right in shape and check digit. */
    static boolean valid(String id) {
        return SHAPE.matcher(id).matches() && id.charAt(10) - '0' == checkDigit(id.substring(2, 10));
    }

    /** @param serial eight digits */
    static int checkDigit(String serial) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (serial.charAt(i) - '0');
        }
        int digit = 11 - sum % 11;
        return switch (digit) {
            case 10 -> 0;
            case 11 -> 5;
            default -> digit;
        };
    }
}
