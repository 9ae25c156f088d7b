package org.customsgateway.mapping;

import java.util.List;
import java.util.Map;
import org.customsgateway.message.Problem;

/**
 * What the first pass over an interchange found.
 *
 * @param reference the sender's own reference of the interchange, or empty
 * @param items how many there are; those before the fault where the interchange breaks off
 * @param problems of the interchange itself; with any of them that rejects, it is refused as a whole
 * @param messages problems of single messages of it, by their 1-based place: the items of such a message are rejected, those of
 *     the others are not
 * @param facts of the interchange, by the names of the format's {@code interchange} list
 */
public record Scan(
        String reference,
        int items,
        List<Problem> problems,
        Map<Integer, List<Problem>> messages,
        Map<String, String> facts) {

    /** @param envelope what was read of the interchange around its items; null where nothing was */
    public static Scan of(
            FormatFile format,
            Element envelope,
            int items,
            List<Problem> problems,
            Map<Integer, List<Problem>> messages) {
        return new Scan(
                envelope == null ? "" : format.reference(envelope),
                items,
                List.copyOf(problems),
                messages,
                envelope == null ? Map.of() : format.envelopeFacts(envelope));
    }

    public boolean refused() {
        return problems.stream().anyMatch(Problem::rejects);
    }
}
