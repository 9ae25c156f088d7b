package org.customsgateway.mapping.cargoimp;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The grammar of one message.
 *
 * @param file in the drawers
 * @param message its identifier: {@code FHL}
 * @param versions that are known; empty where the message has none
 * @param most characters in one message, 0 where it may have any number; what is written is split beyond that
 * @param lines after the one that names the message
 */
record Grammar(String file, String message, List<String> versions, int most, List<LineRule> lines) {

    /** All identifiers, on whatever level. */
    Set<String> identifiers() {
        Set<String> all = new HashSet<>();
        collect(lines, all);
        return all;
    }

    private static void collect(List<LineRule> rules, Set<String> into) {
        for (LineRule rule : rules) {
            if (!rule.identifier().isEmpty()) {
                into.add(rule.identifier());
            }
            collect(rule.lines(), into);
        }
    }

    /** The rule of the line that begins an item, or null where the message is the item. */
    LineRule item(String element) {
        return lines.stream()
                .filter(rule -> rule.element().equals(element))
                .findFirst()
                .orElse(null);
    }
}
