package org.customsgateway.mapping.reference;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Rules of check digits, each by the name that {@code tax-schemes.csv} has for it. Each takes a number of the right form. */
enum CheckDigit {
    NONE(number -> true),

    /** Australian business number: the first digit less one, weights, modulus 89 (Australian Business Register). */
    AU_ABN(CheckDigit::abn),

    /** An ABN; or an ARN, whose rule is not public. */
    AU_GST(number -> number.length() == 12 || abn(number)),

    /** Modulus 97, or since 2010 modulus 97 with 55 added (HMRC). */
    GB_VAT(number -> {
        int[] digits = digits(number);
        int rest = (sum(digits, 8, 7, 6, 5, 4, 3, 2) + 10 * digits[7] + digits[8]) % 97;
        return rest == 0 || (rest + 55) % 97 == 0;
    }),

    /** Weights of the Inland Revenue, others where the first give ten; modulus 11 (Inland Revenue). */
    NZ_IRD(number -> {
        int[] digits = digits(number.length() == 8 ? "0" + number : number);
        int check = (11 - sum(digits, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
        int other = (11 - sum(digits, 7, 4, 3, 2, 5, 2, 7, 6) % 11) % 11;
        return digits[8] == (check == 10 ? other : check);
    }),

    /** Modulus 11 (Brønnøysund register). */
    NO_ORG(number -> eleven(digits(number), 3, 2, 7, 6, 5, 4, 3, 2)),

    /** Modulus 11 (Swiss statistical office, UID). */
    CH_UID(number -> eleven(digits(number), 5, 4, 3, 2, 7, 6, 5, 4)),

    /** Modulus 36 over digits and letters, weights one and two (GST network). */
    IN_GSTIN(number -> {
        int sum = 0;
        for (int i = 0; i < 14; i++) {
            int product = Character.digit(number.charAt(i), 36) * (i % 2 + 1);
            sum += product / 36 + product % 36;
        }
        return Character.digit(number.charAt(14), 36) == (36 - sum % 36) % 36;
    }),

    /** Modulus 11, twice (Receita Federal). */
    BR_CNPJ(number -> brazilian(digits(number), 12, 9)),

    /** Modulus 11, twice (Receita Federal). */
    BR_CPF(number -> brazilian(digits(number), 9, 11)),

    /** Modulus 10 of the first nine digits (Canada Revenue Agency). */
    CA_BN(number -> {
        int[] digits = digits(number);
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            int product = digits[i] * (i % 2 + 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    });

    private final Predicate<String> rule;

    CheckDigit(Predicate<String> rule) {
        this.rule = rule;
    }

    boolean fits(String number) {
        return rule.test(number);
    }

    static Optional<CheckDigit> named(String name) {
        return Arrays.stream(values())
                .filter(one ->
                        one.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
                .findFirst();
    }

    private static int[] digits(String number) {
        return number.chars()
                .filter(c -> c >= '0' && c <= '9')
                .map(c -> c - '0')
                .toArray();
    }

    private static int sum(int[] digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += digits[i] * weights[i];
        }
        return sum;
    }

    private static boolean eleven(int[] digits, int... weights) {
        return digits[weights.length] == (11 - sum(digits, weights) % 11) % 11;
    }

    private static boolean abn(String number) {
        int[] digits = digits(number);
        digits[0]--;
        return sum(digits, 10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19) % 89 == 0;
    }

    /** @param most the greatest weight, after which it begins at two again */
    private static boolean brazilian(int[] digits, int length, int most) {
        for (int check = length; check < length + 2; check++) {
            int sum = 0;
            for (int i = 0; i < check; i++) {
                sum += digits[i] * (2 + (check - 1 - i) % (most - 1));
            }
            int rest = sum % 11;
            if (digits[check] != (rest < 2 ? 0 : 11 - rest)) {
                return false;
            }
        }
        return true;
    }
}
