package org.customsgateway.match;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.customsgateway.journal.HandOverEntry;
import org.customsgateway.journal.Sighting;
import org.customsgateway.message.Problem;

/**
 * The legs of an order as one declaration, with what is known of it before the rules of the match are asked.
 *
 * @param declaration of all of them, with what the gateway has added
 * @param problems of the quality of its data, as who has sent the order is told of them
 * @param counted what the figures of quality count of it
 * @param sightings of its parties, where it would be declared for the first time
 * @param handOvers to the back-ends, with the verdict as evidence
 */
public record Joined(
        byte[] declaration,
        List<Problem> problems,
        Set<String> counted,
        List<Sighting> sightings,
        Function<Verdict, List<HandOverEntry>> handOvers) {

    /** Whether its data is too bad to be declared, whatever the rules of the match say. */
    boolean refused() {
        return problems.stream().anyMatch(Problem::rejects);
    }

    /** What is counted of its data where a rule of the match refuses it: nothing but what would have refused it alone. */
    Set<String> refusals() {
        return refused() ? counted : Set.of();
    }
}
