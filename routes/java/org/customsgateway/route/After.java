package org.customsgateway.route;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.customsgateway.journal.Decision;
import org.customsgateway.journal.Standing;

/**
 * What has to be decided by others before a back-end gets a declaration, as the routing table and the journal have it:
 * {@code risk:RELEASE|ASSESSED;post-security:RELEASE}; empty or {@code -} for nothing.
 *
 * @param outcomes that will do, by the back-end that says them
 */
record After(Map<String, Set<Outcome>> outcomes) {

    /** @throws IllegalArgumentException with what is wrong */
    static After parse(String text) {
        Map<String, Set<Outcome>> outcomes = new LinkedHashMap<>();
        if (!text.isEmpty() && !text.equals("-")) {
            for (String each : text.split(";")) {
                String[] parts = each.strip().split(":", -1);
                if (parts.length != 2) {
                    throw new IllegalArgumentException("after is " + each + ": - or name:OUTCOME|OUTCOME");
                }
                outcomes.put(parts[0], outcomes(parts[1]));
            }
        }
        return new After(outcomes);
    }

    private static Set<Outcome> outcomes(String text) {
        return Arrays.stream(text.split("\\|"))
                .map(String::strip)
                .map(Outcome::said)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** As far as these are asked at all. */
    String of(Collection<String> asked) {
        if (outcomes.isEmpty()) {
            return ""; // as with most
        }
        return outcomes.entrySet().stream()
                .filter(each -> asked.contains(each.getKey()))
                .map(each -> each.getKey() + ":"
                        + each.getValue().stream().sorted().map(Enum::name).collect(Collectors.joining("|")))
                .collect(Collectors.joining(";"));
    }

    /** All have said what will do. */
    boolean isDecided(Standing standing) {
        return outcomes.entrySet().stream().allMatch(each -> {
            List<Decision> said = standing.decisions().getOrDefault(each.getKey(), List.of());
            return !said.isEmpty()
                    && each.getValue().contains(Answer.standing(said).outcome());
        });
    }
}
