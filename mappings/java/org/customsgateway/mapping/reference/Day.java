package org.customsgateway.mapping.reference;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Days as numbers of 24 bits, in the order of time: 0 is from ever, the greatest for ever. */
final class Day {

    static final int EVER = 0;
    static final int FOREVER = 0xFFFFFF;

    /** Days from the year 0 to 1970. */
    private static final int OFFSET = 719_528;

    private Day() {}

    static int of(LocalDate date) {
        return (int) Math.max(EVER + 1, Math.min(FOREVER - 1, date.toEpochDay() + OFFSET));
    }

    /** @throws DateTimeException if it is no day, written yyyy-mm-dd */
    static int parse(String text) {
        if (text.length() != 10) {
            throw new DateTimeException(text);
        }
        return of(LocalDate.parse(text));
    }

    /** Null where it is open. */
    static LocalDate date(int day) {
        return day == EVER || day == FOREVER ? null : LocalDate.ofEpochDay((long) day - OFFSET);
    }
}
