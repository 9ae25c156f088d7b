package org.customsgateway.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.customsgateway.journal.Leg;
import org.customsgateway.mapping.MappedItem;
import org.customsgateway.match.Trio;
import org.customsgateway.match.Verdict;
import org.customsgateway.message.LegKind;
import org.customsgateway.message.Problem;

/** What the gateway knows about a declaration and its sender did not say: it travels as properties of the queue message. */
final class Enrichment {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> PROPERTIES = new TypeReference<>() {};

    private Enrichment() {}

    /**
     * @param functionCode UN/EDIFACT 1225: 9 original, 5 replacement, 1 withdrawal
     * @param added by the rules of enrichment
     */
    static Map<String, String> of(
            Reading reading,
            MappedItem item,
            int version,
            String functionCode,
            ReturnLink link,
            Map<String, String> added) {
        var facts = new TreeMap<>(added);
        facts.putAll(link.evidence());
        facts.put("declarationVersion", Integer.toString(version));
        facts.put("declarationFunction", functionCode);
        facts.put("partner", reading.partner().id().value());
        facts.put("partnerKind", reading.partner().kind().name());
        facts.put("format", reading.mapping().id().value());
        facts.put("mappingVersion", reading.mapping().version());
        facts.put("interchange", reading.interchange().id());
        facts.put("itemKey", item.key().id());
        facts.put("itemDate", item.key().date());
        facts.put("receivedAt", reading.interchange().receivedAt().toString());
        List<Problem> warnings = new ArrayList<>(item.problems());
        warnings.addAll(link.problems());
        return with(facts, warnings);
    }

    /**
     * The same of an order that was matched, with the match as evidence: its result and the rules that were broken, and who sent
     * which document.
     *
     * @param quality what is wrong with the quality of its declaration
     */
    static Map<String, String> of(
            Trio trio,
            String partnerKind,
            Verdict verdict,
            String rules,
            List<Problem> quality,
            Map<String, String> added) {
        Leg order = trio.order();
        var facts = new TreeMap<>(added);
        facts.put("declarationVersion", Integer.toString(order.version()));
        facts.put("declarationFunction", trio.functionCode());
        facts.put("partner", order.partner().value());
        facts.put("partnerKind", partnerKind);
        facts.put("format", order.format().value());
        facts.put("mappingVersion", order.mappingVersion());
        facts.put("interchange", order.interchangeId());
        facts.put("itemKey", order.key().id());
        facts.put("itemDate", order.key().date());
        facts.put("receivedAt", order.receivedAt().toString());
        facts.put("match", verdict.result());
        facts.put("matchCodes", String.join(",", verdict.codes()));
        facts.put("matchRules", String.join(",", verdict.rules()));
        facts.put("matchVersion", rules);
        trio.companions().forEach((kind, leg) -> {
            facts.put("match" + title(kind), leg.itemId());
            facts.put("match" + title(kind) + "Partner", leg.partner().value());
        });
        List<Problem> warnings = new ArrayList<>(order.problems());
        trio.companions().values().forEach(leg -> warnings.addAll(leg.problems()));
        warnings.addAll(quality);
        return with(facts, warnings);
    }

    private static Map<String, String> with(Map<String, String> facts, List<Problem> warnings) {
        if (!warnings.isEmpty()) {
            facts.put(
                    "warnings",
                    String.join(",", warnings.stream().map(Problem::rule).toList()));
        }
        return facts;
    }

    /** The same with more facts. */
    static Map<String, String> with(Map<String, String> facts, Map<String, String> more) {
        var all = new TreeMap<>(facts);
        all.putAll(more);
        return all;
    }

    static String json(Map<String, String> facts) {
        try {
            return JSON.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }

    static Map<String, String> properties(String enrichment) {
        try {
            return JSON.readValue(enrichment, PROPERTIES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the journal holds an enrichment that is not JSON", e);
        }
    }

    /** {@code matchPayment}, {@code matchLogistics}. */
    private static String title(LegKind kind) {
        return kind == LegKind.PAYMENT ? "Payment" : "Logistics";
    }
}
