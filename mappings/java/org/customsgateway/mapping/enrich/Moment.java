package org.customsgateway.mapping.enrich;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A time as declarations write it: UN/EDIFACT 2379 102 or 304, or ISO 8601. Without a zone it is taken as UTC.
 *
 * @param exact whether more than the day was said
 */
record Moment(Instant at, boolean exact) {

    /** Empty where it is none of these. */
    static Optional<Moment> parse(String text) {
        try {
            return switch (text.length()) {
                case 0 -> Optional.empty();
                case 8 -> Optional.of(day(compact(text)));
                case 10 -> Optional.of(day(LocalDate.parse(text)));
                default -> Optional.of(new Moment(instant(text), true));
            };
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Moment day(LocalDate day) {
        return new Moment(day.atStartOfDay().toInstant(ZoneOffset.UTC), false);
    }

    private static Instant instant(String text) {
        if (text.indexOf('T') < 0 && text.length() > 14) {
            LocalTime time = LocalTime.of(digits(text, 8, 10), digits(text, 10, 12), digits(text, 12, 14));
            return compact(text).atTime(time).toInstant(ZoneOffset.of(text.substring(14)));
        }
        boolean zoned = text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
        return zoned
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    /** By hand: a formatter takes a microsecond, and each item has several. */
    private static LocalDate compact(String text) {
        return LocalDate.of(digits(text, 0, 4), digits(text, 4, 6), digits(text, 6, 8));
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** Whether it is so many days later, or more; by the day where one of the two is no more than that. */
    boolean isAfter(Moment other, int days) {
        Instant limit = other.at.plus(Duration.ofDays(days));
        return exact && other.exact ? at.isAfter(limit) : date(at).isAfter(date(limit));
    }

    private static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
