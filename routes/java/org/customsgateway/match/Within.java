package org.customsgateway.match;

import java.math.BigDecimal;

/**
 * A tolerance or a limit: a number, or one of {@link LimitTable#LIMITS} of {@code limits.csv}.
 *
 * @param percent whether it is a share in percent
 */
record Within(String column, BigDecimal number, boolean percent) {

    /** @throws IllegalArgumentException if it is neither */
    static Within of(String written) {
        boolean percent = written.endsWith("%");
        String plain = percent ? written.substring(0, written.length() - 1) : written;
        if (plain.matches("\\d{1,15}(\\.\\d{1,6})?")) {
            return new Within("", new BigDecimal(plain), percent);
        }
        if (!LimitTable.LIMITS.contains(plain)) {
            throw new IllegalArgumentException("rules.within '" + written
                    + "' is neither a number nor one of these columns of limits.csv: " + LimitTable.LIMITS);
        }
        return new Within(plain, null, percent);
    }

    /** Null where there is none. */
    BigDecimal in(LimitTable.Row row) {
        return number != null ? number : row.value(column);
    }
}
