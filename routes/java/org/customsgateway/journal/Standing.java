package org.customsgateway.journal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.StatusCode;

/**
 * Where an item stands when something has happened to it.
 *
 * @param status the latest one
 * @param decisions of each back-end that has answered, by its name: in the order in which they were issued, the latest last
 * @param asked the back-ends that the declaration went to
 * @param overdue those that were found not to have answered in time
 * @param news the decision that has just come, or null when it is its absence that has happened
 */
public record Standing(
        String itemId,
        String interchangeId,
        PartnerId partner,
        ItemKey key,
        StatusCode status,
        Map<String, List<Decision>> decisions,
        Set<String> asked,
        Set<String> overdue,
        Decision news) {}
