package org.customsgateway.route;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.customsgateway.connector.BackEndKind;
import org.customsgateway.connector.BackEnds;
import org.customsgateway.journal.Decision;
import org.customsgateway.journal.Item;
import org.customsgateway.journal.Journal;
import org.customsgateway.message.Tax;

/** What revenue has assessed on a declaration, as it is told to revenue again with a return of the goods. */
final class Assessment {

    static final Set<String> NAMES = Set.of("returnAssessment", "returnTaxes", "returnTotal", "returnDecision");

    private Assessment() {}

    /**
     * As properties of a message: {@code returnAssessment} is {@code assessed}, {@code free} (decided without duties) or {@code none}
     * (not decided yet); with {@code assessed} also the amounts.
     *
     * @param versions of the declaration, the latest first: one that was amended and not assessed anew is assessed as before
     */
    static Map<String, String> properties(Journal journal, BackEnds backEnds, List<Item> versions) {
        var properties = new TreeMap<String, String>();
        properties.put("returnAssessment", "none");
        for (Item version : versions) {
            List<Decision> said = journal.decisions().of(version.id()).stream()
                    .filter(decision -> backEnds.kind(decision.backend()) == BackEndKind.REVENUE)
                    .toList();
            Answer stands = Answer.standing(said);
            if (stands != null && !stands.taxes().isEmpty()) {
                amounts(properties, stands, said);
                return properties;
            }
            if (stands != null && stands.outcome().ends()) {
                properties.put("returnAssessment", "free");
                return properties;
            }
        }
        return properties;
    }

    private static void amounts(Map<String, String> properties, Answer stands, List<Decision> said) {
        properties.put("returnAssessment", "assessed");
        properties.put(
                "returnTaxes", stands.taxes().stream().map(Assessment::text).collect(Collectors.joining(",")));
        said.stream()
                .filter(decision -> Answer.fromJson(decision.outcome()).taxes().equals(stands.taxes()))
                .reduce((earlier, later) -> later)
                .ifPresent(decision -> {
                    // its own sum: what was still to be paid later may be less
                    Answer assessed = Answer.fromJson(decision.outcome());
                    if (assessed.total() != null) {
                        properties.put("returnTotal", assessed.total().toPlainString() + " " + assessed.currency());
                    }
                    properties.put("returnDecision", decision.ref());
                });
    }

    /** {@code 2:B00=12.50 EUR}: on the second goods item; 0 for the whole of them. */
    private static String text(Tax tax) {
        return tax.goodsItem() + ":" + tax.type() + "=" + tax.amount().toPlainString() + " " + tax.currency();
    }
}
