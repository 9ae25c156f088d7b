package org.customsgateway.mapping;

import java.util.List;
import org.customsgateway.message.Problem;

/**
 * What the first pass over an interchange found.
 *
 * @param reference the sender's own reference of the interchange, or empty
 * @param items how many there are; those before the fault where the interchange breaks off
 * @param problems of the interchange itself; with any of them that rejects, it is refused as a whole
 */
public record Scan(String reference, int items, List<Problem> problems) {

    public boolean refused() {
        return problems.stream().anyMatch(Problem::rejects);
    }
}
