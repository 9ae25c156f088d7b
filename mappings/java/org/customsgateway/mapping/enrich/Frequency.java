package org.customsgateway.mapping.enrich;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * What is known of the parties of a consignment from what was declared before it. Each is null where the declaration does not tell
 * who it is.
 *
 * @param sender in the year of the item's own day
 * @param consignee the same
 * @param together what this sender has sent to this consignee on the item's own day
 */
public record Frequency(Known sender, Known consignee, Known together) {

    /** Of parties that nobody has looked up. */
    public static final Frequency UNKNOWN = new Frequency(null, null, null);

    /**
     * @param first day on which the party was seen, or null for never; of both together it is not said
     * @param items how many
     * @param sums of their values, by currency
     */
    public record Known(LocalDate first, long items, Map<String, BigDecimal> sums) {}
}
