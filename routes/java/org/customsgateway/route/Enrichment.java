package org.customsgateway.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.customsgateway.mapping.MappedItem;
import org.customsgateway.message.Problem;

/** What the gateway knows about a declaration and its sender did not say: it travels as properties of the queue message. */
final class Enrichment {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> PROPERTIES = new TypeReference<>() {};

    private Enrichment() {}

    /** @param functionCode UN/EDIFACT 1225: 9 original, 5 replacement, 1 withdrawal */
    static String of(Reading reading, MappedItem item, int version, String functionCode) {
        var facts = new TreeMap<String, String>();
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
        if (!item.problems().isEmpty()) {
            facts.put(
                    "warnings",
                    String.join(",", item.problems().stream().map(Problem::rule).toList()));
        }
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
}
