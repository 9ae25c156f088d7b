package org.customsgateway.mapping.enrich;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A time as declarations write it: UN/EDIFACT 2379 102 or 304, or ISO 8601. Without a zone it is taken as UTC.
 *
 * @param exact whether more than the day was said
 */
record Moment(Instant at, boolean exact) {

    private static final DateTimeFormatter CODE_304 = DateTimeFormatter.ofPattern("uuuuMMddHHmmssX");

    /** Empty where it is none of these. */
    static Optional<Moment> parse(String text) {
        try {
            return switch (text.length()) {
                case 0 -> Optional.empty();
                case 8 -> Optional.of(day(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)));
                case 10 -> Optional.of(day(LocalDate.parse(text)));
                default -> Optional.of(new Moment(instant(text), true));
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Moment day(LocalDate day) {
        return new Moment(day.atStartOfDay().toInstant(ZoneOffset.UTC), false);
    }

    private static Instant instant(String text) {
        if (text.indexOf('T') < 0) {
            return OffsetDateTime.parse(text, CODE_304).toInstant();
        }
        boolean zoned = text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
        return zoned
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
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
