package org.customsgateway.connector;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * An algorithm that is taken from one partner, and only for a while, although it is not good enough any more.
 *
 * @param until first moment at which it is refused
 */
public record WeakAlgorithm(Name name, Instant until) {

    /** As {@code wires.as2.weak} writes them, with hyphens. */
    public enum Name {
        /** Of signatures and receipts. */
        SHA_1,
        /** Of signatures and receipts. */
        MD5,
        /** Triple DES, of encryption. */
        DES3
    }

    private static final Pattern LINE = Pattern.compile("(sha-1|md5|3des) +until +([0-9-]{10})");

    static WeakAlgorithm parse(String text) {
        var parts = LINE.matcher(text.strip());
        try {
            if (parts.matches()) {
                var name = switch (parts.group(1)) {
                    case "sha-1" -> Name.SHA_1;
                    case "md5" -> Name.MD5;
                    default -> Name.DES3;
                };
                return new WeakAlgorithm(
                        name,
                        LocalDate.parse(parts.group(2))
                                .plusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant());
            }
        } catch (DateTimeParseException notADay) {
            // told below
        }
        throw new IllegalArgumentException("must be sha-1, md5 or 3des with its last day: sha-1 until 2027-06-30");
    }
}
