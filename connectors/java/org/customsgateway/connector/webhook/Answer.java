package org.customsgateway.connector.webhook;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.customsgateway.connector.Declined;
import org.customsgateway.connector.Held;
import org.customsgateway.connector.http.ServerAnswer;

/**
 * What a partner's server answered, and what that means for the reply.
 *
 * @param code status code (RFC 9110, 15)
 * @param retryAfter the header of that name, or empty
 */
record Answer(int code, String retryAfter) {

    /** However long a server wants to be left alone. */
    private static final Duration LONGEST = Duration.ofDays(1);

    boolean isTaken() {
        return ServerAnswer.isGood(code);
    }

    /** Standard Webhooks 1.0, "Deliverability and reliability": the address is not used any more. */
    boolean isGone() {
        return code == 410;
    }

    /** Of one that does not take the reply. */
    IOException fault(Instant now) {
        var text = "the partner's server answered " + code;
        if (code == 500 && retryAfter.isEmpty()) {
            return new Declined(text, false); // a fault of its program, with this body or with any
        }
        return ServerAnswer.declines(code) ? new Declined(text, true) : new Held(text, wait(now));
    }

    /** RFC 9110, 10.2.3: seconds, or a date. */
    private Duration wait(Instant now) {
        var asked = Duration.ZERO;
        if (retryAfter.matches("[0-9]{1,9}")) {
            asked = Duration.ofSeconds(Long.parseLong(retryAfter));
        } else if (!retryAfter.isEmpty()) {
            try {
                var until = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
                asked = Duration.between(now, until.toInstant());
            } catch (DateTimeParseException notADate) {
                // as if it had said nothing
            }
        }
        return asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
