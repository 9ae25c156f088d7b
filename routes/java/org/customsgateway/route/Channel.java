package org.customsgateway.route;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.customsgateway.connector.Partner;
import org.customsgateway.message.ItemKey;

/** How and when an item travels, as the rules of enrichment ask for it. */
final class Channel {

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
        LocalDate received = LocalDate.ofInstant(receivedAt, ZoneOffset.UTC);
        if (key.date().isEmpty()) {
            return received;
        }
        try {
            return LocalDate.parse(key.date());
        } catch (DateTimeParseException noDay) {
            return received;
        }
    }
}
