package org.customsgateway.journal;

import java.util.List;
import org.customsgateway.message.PartnerId;

/**
 * What becomes of legs that were looked at together.
 *
 * @param declared the whole that they make, or null
 * @param judged what is counted of its quality, or null
 */
public record Settlement(List<LegChange> changes, Whole declared, Judged judged) {

    /**
     * The legs as one declaration.
     *
     * @param orderItem whose declaration it is
     * @param partner whose order it is
     * @param counted what it adds to the sum of its buyer, or null
     * @param sightings of its parties, where it is declared for the first time
     */
    public record Whole(
            String orderItem,
            PartnerId partner,
            byte[] declaration,
            List<HandOverEntry> handOvers,
            YearShare counted,
            List<Sighting> sightings) {}

    public static Settlement of(List<LegChange> changes) {
        return new Settlement(changes, null, null);
    }
}
