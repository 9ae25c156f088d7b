package org.customsgateway.mapping.json;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.ItemPath;
import org.customsgateway.mapping.SchemaElement;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Severity;

/** What is wrong with one document, how it is written and by its schema, as problems that a sender can act on. */
final class JsonProblems {

    private static final int MOST = 1000;

    /** @param text with the schema's value in place of {@code %s} */
    private record Words(String rule, String text) {}

    /** By the keywords of JSON Schema Validation 2020-12. */
    private static final Map<String, Words> BY_KEYWORD = Map.ofEntries(
            Map.entry("maxLength", new Words("JSON-LENGTH", "is longer than %s characters: shorten it")),
            Map.entry("minLength", new Words("JSON-LENGTH", "is shorter than %s characters: complete it")),
            Map.entry("pattern", new Words("JSON-PATTERN", "does not have the required form (%s): correct it")),
            Map.entry("enum", new Words("JSON-CODE", "is none of the allowed codes %s: use one of them")),
            Map.entry("const", new Words("JSON-CODE", "must be %s")),
            Map.entry("maximum", new Words("JSON-RANGE", "is more than %s, the most that is allowed: correct it")),
            Map.entry("minimum", new Words("JSON-RANGE", "is less than %s, the least that is allowed: correct it")),
            Map.entry("maxItems", new Words("JSON-COUNT", "has more than %s entries")),
            Map.entry("minItems", new Words("JSON-COUNT", "needs at least %s entries")),
            Map.entry("type", new Words("JSON-TYPE", "must be %s")),
            Map.entry("format", new Words("JSON-FORMAT", "is not a valid %s: correct it")));

    private final Document document;
    private final ItemPath paths;

    private JsonProblems(Document document, SchemaElement schema, int sequence) {
        this.document = document;
        this.paths = new ItemPath(schema, document.tree(), sequence);
    }

    /**
     * @param check null where there is no schema
     * @param sequence of the document, 0 for what stands around documents
     */
    static List<Problem> of(Document document, JsonCheck check, SchemaElement schema, int sequence) {
        JsonProblems problems = new JsonProblems(document, schema, sequence);
        if (!document.faults().isEmpty()) {
            return document.faults().stream().map(problems::fault).toList();
        }
        if (check == null) {
            return List.of();
        }
        List<Error> errors = check.errors(document.node());
        if (errors.isEmpty()) {
            return List.of();
        }
        List<Problem> found = new ArrayList<>();
        errors.stream().limit(MOST).forEach(error -> found.add(problems.error(error, check)));
        found.sort(Comparator.comparingInt((Problem p) -> p.pointer().line())
                .thenComparingInt(p -> p.pointer().column()));
        return found.stream().distinct().toList();
    }

    private Problem fault(Document.Fault fault) {
        Pointer at = fault.member().isEmpty() ? paths.of(fault.at()) : paths.ofMember(fault.at(), fault.member());
        Pointer pointer = new Pointer(at.path(), fault.line(), fault.column());
        return problem(fault.rule(), pointer, fault.pointer(), fault.value(), fault.text(), "");
    }

    private Problem error(Error error, JsonCheck check) {
        Element at = document.tree();
        Element named = at;
        List<String> steps = new ArrayList<>();
        NodePath location = error.getInstanceLocation();
        for (int i = 0; i < location.getNameCount(); i++) {
            steps.add(String.valueOf(location.getElement(i)));
        }
        String missing = "";
        for (int i = 0; i < steps.size() && missing.isEmpty(); i++) {
            List<Element> next = at.children(steps.get(i));
            boolean indexed = i + 1 < steps.size() && location.getElement(i + 1) instanceof Integer;
            int index = indexed ? (Integer) location.getElement(i + 1) : 0;
            i += indexed ? 1 : 0;
            if (index < next.size()) {
                at = next.get(index);
                named = at;
            } else {
                missing = steps.get(indexed ? i - 1 : i);
            }
        }
        String origin = check.origin(error);
        String keyword = String.valueOf(error.getKeyword());
        String member = error.getProperty() == null ? "" : Characters.mended(error.getProperty());
        String name = missing.isEmpty() ? named.name() : missing;
        if (keyword.equals("required") || keyword.equals("dependentRequired")) {
            steps.add(member);
            String text = "'" + member + "' is missing in '" + name + "': add it.";
            return problem("JSON-REQUIRED", paths.ofMember(at, member), JsonPointer.of(steps), "", text, origin);
        } else if (keyword.equals("additionalProperties") || keyword.equals("unevaluatedProperties")) {
            steps.add(member);
            List<Element> unknown = at.children(member);
            Pointer pointer = unknown.isEmpty() ? paths.ofMember(at, member) : paths.of(unknown.get(0));
            String value = unknown.isEmpty() ? "" : unknown.get(0).text();
            String text = "'" + member + "' is not known in '" + name + "': remove it.";
            return problem("JSON-UNKNOWN", pointer, JsonPointer.of(steps), value, text, origin);
        }
        Pointer pointer = missing.isEmpty() ? paths.of(at) : paths.ofMember(at, missing);
        String value = missing.isEmpty() ? at.text() : "";
        Words words = BY_KEYWORD.get(keyword);
        String text = words == null
                ? "'" + name + "' is not as its schema wants it: " + Characters.mended(error.getMessage()) + "."
                : "'" + name + "' " + words.text().formatted(limit(error)) + ".";
        return problem(
                words == null ? "JSON-OTHER" : words.rule(), pointer, JsonPointer.of(steps), value, text, origin);
    }

    /** The schema's value of the keyword. */
    private static String limit(Error error) {
        return switch (error.getKeyword()) {
            case "type" -> kind(error.getArguments().length > 1 ? String.valueOf(error.getArguments()[1]) : "");
            default ->
                error.getArguments() == null || error.getArguments().length == 0
                        ? "of the schema"
                        : String.valueOf(error.getArguments()[0]);
        };
    }

    private static String kind(String type) {
        return switch (type) {
            case "string" -> "a text, between quotes";
            case "boolean" -> "true or false, without quotes";
            case "integer" -> "a whole number, without quotes";
            case "number" -> "a number, without quotes";
            case "object" -> "an object";
            case "array" -> "an array";
            default -> "of the type " + type;
        };
    }

    private static Problem problem(
            String rule, Pointer pointer, String jsonPointer, String value, String text, String origin) {
        String where = jsonPointer.isEmpty() ? "" : " (" + jsonPointer + ")";
        return new Problem(rule, Severity.REJECT, pointer, "", value, text + where, origin);
    }
}
