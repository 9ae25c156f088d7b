package org.customsgateway.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.customsgateway.message.Origin;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Tax;

/** Lists and maps as they stand in the tables: JSON, or null where there is nothing. Amounts keep their scale. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final ObjectReader PROBLEMS = MAPPER.readerFor(new TypeReference<List<Problem>>() {});
    private static final ObjectReader TAXES = MAPPER.readerFor(new TypeReference<List<Tax>>() {});
    private static final ObjectReader FACTS = MAPPER.readerFor(new TypeReference<Map<String, String>>() {});

    private static final ObjectReader ORIGIN = MAPPER.readerFor(Origin.class);

    private Json() {}

    static String text(Collection<?> values) {
        return values.isEmpty() ? null : write(values);
    }

    static String text(Map<String, String> values) {
        return values.isEmpty() ? null : write(values);
    }

    static String text(Origin origin) {
        return origin.equals(Origin.NONE) ? null : write(origin);
    }

    static Origin origin(String json) {
        return json == null ? Origin.NONE : read(ORIGIN, json);
    }

    static List<Problem> problems(String json) {
        return json == null ? List.of() : read(PROBLEMS, json);
    }

    static List<Tax> taxes(String json) {
        return json == null ? List.of() : read(TAXES, json);
    }

    static Map<String, String> facts(String json) {
        return json == null ? Map.of() : read(FACTS, json);
    }

    private static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new JournalFault("not to be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static <T> T read(ObjectReader reader, String json) {
        try {
            return reader.readValue(json);
        } catch (JsonProcessingException e) {
            throw new JournalFault("the journal holds JSON that it cannot read: " + e.getOriginalMessage(), e);
        }
    }
}
