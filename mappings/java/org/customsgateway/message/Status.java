package org.customsgateway.message;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * One status of one item.
 *
 * @param at when it came to be
 * @param reasonCode the back-end's own reason code, or empty
 * @param reasonText the back-end's or the gateway's words, or empty
 * @param problems all of them, for a rejection or as warnings
 * @param taxes one per duty or tax and goods item
 * @param total to be paid or paid, or null
 * @param totalCurrency ISO 4217, or empty
 */
public record Status(
        StatusCode code,
        Instant at,
        String reasonCode,
        String reasonText,
        List<Problem> problems,
        List<Tax> taxes,
        BigDecimal total,
        String totalCurrency) {

    public static Status of(StatusCode code, Instant at) {
        return new Status(code, at, "", "", List.of(), List.of(), null, "");
    }

    public Status with(List<Problem> found) {
        return new Status(code, at, reasonCode, reasonText, found, taxes, total, totalCurrency);
    }
}
