package org.customsgateway.connector;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The kinds of value that a partner file has. Each throws IllegalArgumentException with what to write instead. */
final class Values {

    private static final Pattern QUANTITY = Pattern.compile("([0-9]{1,9})\\s?([a-zA-Z]*)");
    private static final Pattern DAYS = Pattern.compile("0*([1-9][0-9]{0,4})\\s?d");
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "min", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
    private static final Map<String, Long> BYTES = Map.of("B", 1L, "KB", 1L << 10, "MB", 1L << 20, "GB", 1L << 30);
    private static final long DAYS_30 = 30 * 86_400_000L;
    private static final long TB = 1L << 40;

    private Values() {}

    static String text(String value) {
        if (value.length() > 200 || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("must be one line of at most 200 characters");
        }
        return value;
    }

    static Duration duration(String value) {
        return Duration.ofMillis(quantity(value, MILLIS, DAYS_30, "a number with ms, s, m, h or d, at most 30d: 10s"));
    }

    static Duration days(String value) {
        var matcher = DAYS.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be a number of days from 1d to 99999d: 400d");
        }
        return Duration.ofDays(Integer.parseInt(matcher.group(1)));
    }

    static Function<String, Duration> durationUpTo(Duration most) {
        return value -> {
            var duration = duration(value);
            if (duration.compareTo(most) > 0) {
                throw new IllegalArgumentException("must be at most " + most.toSeconds() + "s");
            }
            return duration;
        };
    }

    /** One KB is 1024 bytes. */
    static long bytes(String value) {
        return quantity(value, BYTES, TB, "a number with B, KB, MB or GB, at most 1024GB: 1GB");
    }

    private static long quantity(String value, Map<String, Long> units, long most, String expected) {
        var matcher = QUANTITY.matcher(value);
        if (matcher.matches() && units.containsKey(matcher.group(2))) {
            var quantity = Long.parseLong(matcher.group(1)) * units.get(matcher.group(2));
            if (quantity > 0 && quantity <= most) {
                return quantity;
            }
        }
        throw new IllegalArgumentException("must be " + expected);
    }

    static Function<String, Integer> whole(int least, int most) {
        return value -> {
            if (value.matches("[0-9]{1,9}")) {
                var number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return number;
                }
            }
            throw new IllegalArgumentException("must be a whole number from " + least + " to " + most);
        };
    }

    static boolean truth(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    static <E extends Enum<E>> Function<String, E> oneOf(Class<E> type, Function<E, String> spelling) {
        return value -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> spelling.apply(constant).equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(type.getEnumConstants()).map(spelling).collect(Collectors.joining(", "))));
    }

    /** A day is its first moment in UTC. */
    static Instant time(String value) {
        try {
            return value.length() == 10
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException notOne) {
            throw new IllegalArgumentException("must be a day or a time: 2026-12-31 or 2026-12-31T18:00:00Z", notOne);
        }
    }

    /** {@code ANSWER_AGAIN} is written {@code answer-again}. */
    static <E extends Enum<E>> Function<String, E> oneOf(Class<E> type) {
        return oneOf(type, constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static Function<String, String> matching(String pattern, String expected) {
        var compiled = Pattern.compile(pattern);
        return value -> {
            if (!compiled.matcher(value).matches()) {
                throw new IllegalArgumentException("must be " + expected);
            }
            return value;
        };
    }
}
