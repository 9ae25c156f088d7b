package org.customsgateway.journal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.Problem;

/**
 * One item on its way into the journal.
 *
 * @param id see {@link Items#id}
 * @param sequence 1-based place in the interchange, without gaps
 * @param contentHash of the item's own bytes: tells an amendment from a repetition
 * @param version 1 for a new key, known + 1 for an amendment, 0 for one that does not occupy its key (rejected, duplicate)
 * @param facts what a reply must give back
 * @param declaration the WCO declaration's bytes, or null where there is none
 * @param handOvers one per back-end that the declaration goes to
 * @param statuses the first ones, mostly one
 * @param aliases other numbers by which it is found, by their names
 * @param returned that it is goods that come back; null where it is not
 * @param counted what the figures of quality count of it: of {@link Tally}, and the rules that it broke
 * @param sightings of its parties, where it is declared for the first time
 * @param leg what it is as a leg of an order that is declared only with the others; null where it is declared by itself
 */
public record ItemEntry(
        String id,
        int sequence,
        ItemKey key,
        String contentHash,
        int version,
        Map<String, String> facts,
        List<Problem> problems,
        byte[] declaration,
        List<HandOverEntry> handOvers,
        List<StatusEntry> statuses,
        Map<String, String> aliases,
        Set<String> counted,
        List<Sighting> sightings,
        ReturnEntry returned,
        LegEntry leg) {

    /** An item that is declared by itself, and that nothing is counted of. */
    public ItemEntry(
            String id,
            int sequence,
            ItemKey key,
            String contentHash,
            int version,
            Map<String, String> facts,
            List<Problem> problems,
            byte[] declaration,
            List<HandOverEntry> handOvers,
            List<StatusEntry> statuses) {
        this(
                id,
                sequence,
                key,
                contentHash,
                version,
                facts,
                problems,
                declaration,
                handOvers,
                statuses,
                Map.of(),
                Set.of(),
                List.of(),
                null,
                null);
    }
}
