package org.customsgateway.mapping.xml;

import java.util.Map;
import org.customsgateway.mapping.SchemaText;

/** Our own rule ids and words for the facets of XML Schema (part 2, chapter 4.3): what is wrong, and what to do. */
final class SchemaSentence {

    /** @param text with the facet's value in place of {@code %s} */
    private record Words(String rule, String text) {}

    private static final Map<String, Words> BY_FACET = Map.ofEntries(
            Map.entry("maxLength", new Words("XSD-LENGTH", "is longer than %s characters: shorten it")),
            Map.entry("minLength", new Words("XSD-LENGTH", "is shorter than %s characters: complete it")),
            Map.entry("length", new Words("XSD-LENGTH", "must have exactly %s characters")),
            Map.entry("pattern", new Words("XSD-PATTERN", "does not have the required form (%s): correct it")),
            Map.entry("enumeration", new Words("XSD-CODE", "is none of the allowed codes (%s): use one of them")),
            Map.entry("maxInclusive", new Words("XSD-RANGE", "is more than %s, the most that is allowed: correct it")),
            Map.entry("minInclusive", new Words("XSD-RANGE", "is less than %s, the least that is allowed: correct it")),
            Map.entry("maxExclusive", new Words("XSD-RANGE", "must be less than %s: correct it")),
            Map.entry("minExclusive", new Words("XSD-RANGE", "must be more than %s: correct it")),
            Map.entry("totalDigits", new Words("XSD-DIGITS", "has more than %s digits: round it")),
            Map.entry(
                    "fractionDigits",
                    new Words("XSD-DIGITS", "has more than %s digits after the decimal point: round it")));

    private static final Map<String, String> KINDS = Map.of(
            "decimal", "a number such as 12.50",
            "integer", "a whole number",
            "positiveInteger", "a whole number above zero",
            "nonNegativeInteger", "a whole number, not negative",
            "int", "a whole number",
            "boolean", "true or false",
            "date", "a date such as 2026-11-21",
            "dateTime", "a date with time such as 2026-11-21T08:30:00Z");

    private SchemaSentence() {}

    static String facet(String key) {
        return key.replace("cvc-", "").replace("-valid", "");
    }

    static boolean knows(String facet) {
        return BY_FACET.containsKey(facet);
    }

    static String rule(String facet) {
        return BY_FACET.get(facet).rule();
    }

    static String text(String name, String facet, String limit) {
        return "'" + name + "' " + BY_FACET.get(facet).text().formatted(limit) + ".";
    }

    static String type(String name, SchemaText text) {
        return "'" + name + "' must be " + KINDS.getOrDefault(text.base(), "of type " + text.base()) + ".";
    }
}
