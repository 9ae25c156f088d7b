package org.customsgateway.console.demo;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.customsgateway.console.Progress;

/** Lines with the time since the start; colour only where a person looks. */
final class Screen {

    private final PrintWriter out;
    private final boolean colour;
    private final Clock clock;
    private final Instant start;

    Screen(PrintWriter out, boolean colour, Clock clock) {
        this.out = out;
        this.colour = colour;
        this.clock = clock;
        this.start = clock.instant();
    }

    void heading(String text) {
        out.println();
        out.println(paint("1", text));
        out.flush();
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }

    void event(String who, String text) {
        var since = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        out.println(paint("2", String.format(Locale.ROOT, "%6.1f s", since)) + "  "
                + String.format(Locale.ROOT, "%-8s", who) + "  " + text);
        out.flush();
    }

    Progress progress(String what) {
        return new Progress(out, () -> what);
    }

    /** Green for what goes, red for what stops, yellow for the rest. */
    String status(String code) {
        return switch (code) {
            case "REL", "RLD", "ASC", "PAI" -> paint("32", code);
            case "REJ", "DNL", "HLD", "CAN", "TMO" -> paint("31", code);
            default -> paint("33", code);
        };
    }

    String bad(String text) {
        return paint("31", text);
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
