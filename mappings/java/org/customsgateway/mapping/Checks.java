package org.customsgateway.mapping;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** The operators of rules. What they are held against, and what a breach means, stands in {@code format.yaml}. */
final class Checks {

    /** Besides these there is {@code notBlank}, the one that also looks at what is missing. */
    private static final Map<String, BiFunction<String, CodeTables, Predicate<String>>> OPERATORS = Map.of(
            "s10", (with, codes) -> S10::valid,
            "pattern", (with, codes) -> Pattern.compile(with).asMatchPredicate(),
            "positive", (with, codes) -> Checks::positive,
            "minLength", (with, codes) -> value -> length(value) >= Integer.parseInt(with),
            "maxLength", (with, codes) -> value -> length(value) <= Integer.parseInt(with),
            "currency", (with, codes) -> currencies()::contains,
            "country", (with, codes) -> Set.of(java.util.Locale.getISOCountries())::contains,
            "code", (with, codes) -> value -> codes.has(with, value),
            "notBlank", (with, codes) -> value -> !value.isBlank());

    private static final Set<String> WITH_ARGUMENT = Set.of("pattern", "minLength", "maxLength", "code");

    private Checks() {}

    /** The operator of a name, ready to use. */
    static Predicate<String> named(String name, String with, CodeTables codes) {
        return OPERATORS.get(name).apply(with, codes);
    }

    /** What is wrong with a use of an operator, or empty. */
    static String mistake(String name, String with) {
        if (!OPERATORS.containsKey(name)) {
            return "'" + name + "' is none of " + new TreeSet<>(OPERATORS.keySet());
        }
        if (WITH_ARGUMENT.contains(name) && with.isEmpty()) {
            return "'" + name + "' needs an argument in 'with'";
        }
        try {
            if (name.equals("pattern")) {
                Pattern.compile(with);
            } else if (name.endsWith("Length")) {
                Integer.parseInt(with);
            }
        } catch (PatternSyntaxException | NumberFormatException e) {
            return "'" + with + "' is not a valid argument of '" + name + "'";
        }
        return "";
    }

    private static int length(String value) {
        return value.codePointCount(0, value.length());
    }

    private static boolean positive(String value) {
        try {
            return new BigDecimal(value).signum() > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static Set<String> currencies() {
        return Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .collect(Collectors.toUnmodifiableSet());
    }
}
