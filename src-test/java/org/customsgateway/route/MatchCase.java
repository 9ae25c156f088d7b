package org.customsgateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A line of {@code cases.txt}: what is other than in the three examples, and what comes of it. */
record MatchCase(String name, List<String> changes, Map<String, String> outcome, String evidence) {

    private static final Path FOLDER = Path.of("src-test/golden/_shared/match");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> LEGS = List.of("order", "payment", "logistics");
    private static final List<String> NUMBERS = List.of("orderNo", "transactionId", "trackingNo", "number");

    static List<MatchCase> all() throws IOException {
        List<MatchCase> cases = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve("cases.txt"))) {
            if (!line.startsWith("#")) {
                String[] cells = line.split("\\|", -1);
                Map<String, String> outcome = new LinkedHashMap<>();
                for (int i = 0; i < LEGS.size(); i++) {
                    outcome.put(LEGS.get(i), cells[i + 2].strip());
                }
                List<String> changes = cells[1].isBlank()
                        ? List.of()
                        : List.of(cells[1].strip().split("\\s*;\\s*"));
                cases.add(new MatchCase(cells[0].strip(), changes, outcome, cells[5].strip()));
            }
        }
        return cases;
    }

    /** The three as they are, of an order of this number: all that tells it from others ends so. */
    static Map<String, JsonNode> examples(String number) {
        return new MatchCase("", List.of(), Map.of(), "").documents(number);
    }

    /** Those that are there. */
    Map<String, JsonNode> documents(String number) {
        Map<String, JsonNode> documents = new LinkedHashMap<>();
        try {
            for (String leg : LEGS) {
                documents.put(leg, JSON.readTree(FOLDER.resolve(leg + ".json").toFile()));
            }
            for (String change : changes) {
                String[] sides = change.split("=", 2);
                if (sides[1].equals("absent")) {
                    documents.remove(sides[0]);
                } else {
                    String[] path = sides[0].split("/", 2);
                    change(documents.get(path[0]), "/" + path[1], JSON.readTree(sides[1]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        documents.values().forEach(document -> numbered(document, number));
        return documents;
    }

    static JsonNode change(JsonNode document, String pointer, JsonNode value) {
        int slash = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) document.at(pointer.substring(0, slash));
        String name = pointer.substring(slash + 1);
        if (value.isNull()) {
            parent.remove(name);
        } else {
            parent.set(name, value);
        }
        return document;
    }

    private static void numbered(JsonNode node, String number) {
        if (node instanceof ObjectNode object) {
            for (String name : NUMBERS) {
                if (object.has(name)) {
                    object.put(name, object.get(name).textValue() + "-" + number);
                }
            }
        }
        node.forEach(child -> numbered(child, number));
    }

    /** All orders in which some things may come. */
    static <T> List<List<T>> permutations(List<T> things) {
        if (things.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (T first : things) {
            List<T> rest = new ArrayList<>(things);
            rest.remove(first);
            for (List<T> other : permutations(rest)) {
                List<T> one = new ArrayList<>(List.of(first));
                one.addAll(other);
                all.add(one);
            }
        }
        return all;
    }
}
