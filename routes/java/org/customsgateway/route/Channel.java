package org.customsgateway.route;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.customsgateway.connector.Partner;
import org.customsgateway.message.ItemKey;

/** How and when an item travels, as the rules of enrichment ask for it. */
final class Channel {

    /** One that every month has. */
    private static final Pattern SAFE = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])");

    private Channel() {}

    /** In the words of {@code de-minimis.csv}. */
    static String of(Partner partner) {
        return switch (partner.kind()) {
            case POST -> "post";
            case EXPRESS -> "express";
            case PLATFORM -> "ecommerce";
        };
    }

    /** The day that its key has, which is that of posting or of the order; else the one on which it came. */
    static LocalDate day(ItemKey key, Instant receivedAt) {
        String date = key.date();
        return SAFE.matcher(date).matches() ? LocalDate.parse(date) : LocalDate.ofInstant(receivedAt, ZoneOffset.UTC);
    }
}
