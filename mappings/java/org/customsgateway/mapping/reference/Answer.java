package org.customsgateway.mapping.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a lookup service answers: a JSON object whose members are the columns of the set. Members that the set does not have are left. */
final class Answer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answer() {}

    /** @throws IOException if the answer makes no row of the set */
    static ReferenceRow row(Shape shape, List<String> key, byte[] body, String origin) throws IOException {
        JsonNode answer = JSON.readTree(body);
        if (answer == null || !answer.isObject()) {
            throw new IOException("the answer is no JSON object");
        }
        List<String> values = new ArrayList<>();
        for (String column : shape.values()) {
            values.add(cell(answer, column, shape.types().get(column)));
        }
        return new ReferenceRow(shape, key, values, day(answer, Shape.FROM), day(answer, Shape.TO), origin);
    }

    private static String cell(JsonNode answer, String column, ValueType type) throws IOException {
        JsonNode said = answer.path(column);
        String text = said.isBoolean()
                ? said.booleanValue() ? "yes" : "no"
                : said.isNumber()
                        ? said.decimalValue().toPlainString()
                        : said.isTextual() ? said.textValue().strip() : "";
        if (!type.allows(text) || text.length() > 1000) {
            throw new IOException("the answer's " + column + " is not " + type.written());
        }
        return text;
    }

    private static LocalDate day(JsonNode answer, String column) throws IOException {
        String text = answer.path(column).asText("");
        try {
            return text.isEmpty() || text.equals("null") ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IOException("the answer's " + column + " is no day", e);
        }
    }
}
