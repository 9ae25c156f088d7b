package org.customsgateway.route;

import java.util.List;
import java.util.Map;
import org.customsgateway.connector.OnDoubt;
import org.customsgateway.journal.ReturnEntry;
import org.customsgateway.message.Problem;

/**
 * What a return is linked to, and what is doubtful about it.
 *
 * @param entry for the journal; null where the item is no return
 * @param doubt the hardest of what its partner's file says of the problems; null where there are none
 * @param evidence properties for all back-ends
 * @param assessed further properties for revenue
 */
record ReturnLink(
        ReturnEntry entry,
        List<Problem> problems,
        OnDoubt doubt,
        Map<String, String> evidence,
        Map<String, String> assessed) {

    static final ReturnLink NO_RETURN = new ReturnLink(null, List.of(), null, Map.of(), Map.of());

    /** Of the declaration that the goods came in with, or empty. */
    String originalId() {
        return entry == null || entry.originalId() == null ? "" : entry.originalId();
    }

    boolean rejects() {
        return doubt == OnDoubt.REJECT;
    }

    boolean refers() {
        return doubt == OnDoubt.REFER;
    }
}
