package org.customsgateway.simulate;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * One answer that a rule gives.
 *
 * @param after how long after the declaration; the broker holds the answer that long
 * @param times how often the same answer, with the same reference, is sent
 * @param code back-end's own code: Error/ValidationCode (377) or AdditionalInformation/StatementCode (226), or empty
 * @param text its words (488 or 225), or empty
 * @param pointer where in the declaration, as {@code 42A/67A/68A[2]/23A#137}, or empty
 * @param duty percent of the goods' value, for {@link Say#TAX}
 * @param vat percent of value and duty, for {@link Say#TAX}
 */
public record Answer(
        Say say, Duration after, int times, String code, String text, String pointer, BigDecimal duty, BigDecimal vat) {

    public static Answer of(Say say) {
        return new Answer(say, Duration.ZERO, 1, "", "", "", new BigDecimal("5"), new BigDecimal("20"));
    }

    Answer say(Say say) {
        return new Answer(say, after, times, code, text, pointer, duty, vat);
    }

    Answer after(Duration after) {
        return new Answer(say, after, times, code, text, pointer, duty, vat);
    }

    Answer times(int times) {
        return new Answer(say, after, times, code, text, pointer, duty, vat);
    }

    Answer code(String code) {
        return new Answer(say, after, times, code, text, pointer, duty, vat);
    }

    Answer text(String text) {
        return new Answer(say, after, times, code, text, pointer, duty, vat);
    }

    Answer pointer(String pointer) {
        return new Answer(say, after, times, code, text, pointer, duty, vat);
    }

    Answer duty(BigDecimal duty) {
        return new Answer(say, after, times, code, text, pointer, duty, vat);
    }

    Answer vat(BigDecimal vat) {
        return new Answer(say, after, times, code, text, pointer, duty, vat);
    }
}
