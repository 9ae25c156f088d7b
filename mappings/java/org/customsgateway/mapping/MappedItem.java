package org.customsgateway.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.Problem;

/**
 * One item, read and mapped. It is one of three: declared, rejected, or, by a fault in our mapping, neither.
 *
 * @param sequence 1-based place in the interchange
 * @param contentHash SHA-256, in hexadecimal, of the item's names, attributes and trimmed texts
 * @param facts what replies must give back, by the names of the format's {@code facts} list
 * @param declaration bytes of a valid WCO document, or null when there is none
 * @param problems all of them; a warning does not reject
 * @param failure why our own mapping failed on an item that the sender need not mend, with file and line, or empty
 * @param cancels whether the sender withdraws the item
 * @param match what the match compares with the other legs of an order, by the names of the format's {@code match} list
 * @param aliases other numbers by which it is found once it is declared, by their names
 * @param returned that it is goods that come back; null where it is not
 * @param source the item as read, for {@link Mapping#remap}; let go of it with the item
 */
public record MappedItem(
        int sequence,
        ItemKey key,
        String contentHash,
        Map<String, String> facts,
        byte[] declaration,
        List<Problem> problems,
        String failure,
        boolean cancels,
        Map<String, String> match,
        Map<String, String> aliases,
        Returned returned,
        ItemSource source) {

    /** With what was found wrong with it after it was mapped. */
    public MappedItem with(List<Problem> more) {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(more);
        return new MappedItem(
                sequence,
                key,
                contentHash,
                facts,
                declaration,
                List.copyOf(all),
                failure,
                cancels,
                match,
                aliases,
                returned,
                source);
    }

    public boolean rejected() {
        return problems.stream().anyMatch(Problem::rejects);
    }
}
