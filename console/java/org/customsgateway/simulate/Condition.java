package org.customsgateway.simulate;

import java.math.BigDecimal;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** One line of a rule's {@code when}. */
@FunctionalInterface
interface Condition extends Predicate<Declared> {

    static Condition over(BigDecimal limit) {
        return declared -> declared.value().compareTo(limit) > 0;
    }

    static Condition hs(String prefix) {
        return declared ->
                declared.goods().stream().anyMatch(goods -> goods.hs().startsWith(prefix));
    }

    static Condition country(String code) {
        return declared -> declared.countries().contains(code);
    }

    /** The item's own identifier, with {@code *} for any characters. */
    static Condition key(String glob) {
        var pattern = pattern(glob);
        return declared -> declared.references().stream()
                .anyMatch(key -> pattern.matcher(key).matches());
    }

    /** A property of the message, {@code name=value}, with {@code *} for any characters. */
    static Condition property(String glob) {
        var pattern = pattern(glob);
        return declared -> declared.properties().entrySet().stream()
                .anyMatch(one ->
                        pattern.matcher(one.getKey() + "=" + one.getValue()).matches());
    }

    private static Pattern pattern(String glob) {
        return Pattern.compile("\\Q" + glob.replace("\\E", "").replace("*", "\\E.*\\Q") + "\\E");
    }

    /** The same declaration always falls on the same side, so that a run can be repeated. */
    static Condition percent(int share) {
        return declared -> Spread.of(declared.id(), 100) < share;
    }

    /** UN/EDIFACT 1225: 9 original, 5 replacement, 1 withdrawal. */
    static Condition function(String function) {
        return declared -> declared.function().equals(function);
    }

    static Condition version(String version) {
        return declared -> declared.version().equals(version);
    }
}
