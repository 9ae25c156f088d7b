package org.customsgateway.match;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.customsgateway.message.LegKind;

/** A value of a leg as rules name it: {@code order.amountPaid}. */
record ValueName(LegKind leg, String name) {

    private static final Pattern WRITTEN = Pattern.compile("(order|payment|logistics)\\.([A-Za-z][A-Za-z0-9]*)");

    /** @throws IllegalArgumentException if it is none */
    static ValueName of(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + written + "' is not order.<value>, payment.<value> or logistics.<value>");
        }
        return new ValueName(LegKind.of(matcher.group(1)), matcher.group(2));
    }

    /** Empty where the leg does not give it. */
    String in(Map<LegKind, Map<String, String>> legs) {
        return legs.getOrDefault(leg, Map.of()).getOrDefault(name, "");
    }
}
