package org.customsgateway.match;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.customsgateway.journal.Leg;
import org.customsgateway.message.LegKind;

/**
 * An order with all that it waited for.
 *
 * @param order the version that waits
 * @param before the version that is declared already, or null
 * @param companions by kind
 */
public record Trio(Leg order, Leg before, Map<LegKind, Leg> companions) {

    /** What the declared order was, withdrawn, with what it was declared with. */
    public boolean withdraws() {
        return order.cancels();
    }

    /** UN/EDIFACT 1225: 9 original, 5 replacement, 1 cancellation. */
    public String functionCode() {
        return withdraws() ? "1" : before == null ? "9" : "5";
    }

    /** All of them. */
    public List<Leg> legs() {
        List<Leg> legs = new ArrayList<>(List.of(order));
        if (before != null) {
            legs.add(before);
        }
        legs.addAll(companions.values());
        return legs;
    }

    /** What rules compare. */
    Map<LegKind, Map<String, String>> facts() {
        Map<LegKind, Map<String, String>> facts = new EnumMap<>(LegKind.class);
        facts.put(LegKind.ORDER, order.facts());
        companions.forEach((kind, leg) -> facts.put(kind, leg.facts()));
        return facts;
    }
}
