package org.customsgateway.mapping;

/**
 * Where a value that the match compares comes from.
 *
 * @param path in the item; nowhere where the format itself says the value
 * @param value what the format itself says, or empty
 * @param code table that turns the sender's code into the one that is compared, or empty; what it does not know stays as written
 * @param day whether it is a time written in digits (CCYYMMDD…) of which the day is compared, as ISO 8601 writes it
 */
public record MatchValue(SourcePath path, String value, String code, boolean day) {

    /** Empty where the item does not give it. */
    String of(Element item, CodeTables codes) {
        String written = path.nowhere() ? value : path.text(item);
        if (day) {
            return written.matches("\\d{8}.*")
                    ? written.substring(0, 4) + "-" + written.substring(4, 6) + "-" + written.substring(6, 8)
                    : written;
        }
        return codes.has(code, written) ? codes.value(code, written) : written;
    }
}
