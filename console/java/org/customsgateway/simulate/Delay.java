package org.customsgateway.simulate;

import java.time.Duration;
import java.util.regex.Pattern;

/** Time that every answer takes on top of its rule's own: from the one to the other, spread evenly over the answers. */
public record Delay(Duration from, Duration to) {

    public static final Delay NONE = new Delay(Duration.ZERO, Duration.ZERO);

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,6})(ms|s|m)");

    /** {@code 200ms} or {@code 100ms-2s}. @throws IllegalArgumentException that says what it should be */
    public static Delay parse(String text) {
        var ends = text.split("-", 2);
        var from = duration(ends[0]);
        return new Delay(from, ends.length == 1 ? from : duration(ends[1]));
    }

    static Duration duration(String text) {
        var match = SHAPE.matcher(text.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException("a time is a number with ms, s or m, like 250ms: '" + text + "'");
        }
        var number = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }

    public Delay {
        if (to.compareTo(from) < 0) {
            throw new IllegalArgumentException("a delay goes from the shorter to the longer time");
        }
    }

    Duration of(String reference) {
        var width = to.minus(from).toMillis();
        return width == 0 ? from : from.plusMillis(Spread.of(reference, width));
    }
}
