package org.customsgateway.connector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of a partner file, asked key by key. A key that is wrong is noted as a fault and its fallback (or null) is
 * returned, so that reading goes on and finds the next fault.
 */
final class Section {

    private final String path;
    private final int line;
    private final PartnerFaults faults;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    Section(String path, int line, Node node, PartnerFaults faults) {
        this.path = path;
        this.line = line;
        this.faults = faults;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> enter(entry.getKeyNode(), entry.getValueNode()));
        } else if (node != null && !isEmpty(node)) {
            faults.add(line, shownPath(), "must be a list of 'key: value' lines");
        }
    }

    private void enter(Node key, Node value) {
        var keyLine = lineOf(key);
        if (!(key instanceof ScalarNode name)) {
            faults.add(keyLine, shownPath(), "a key must be one word");
        } else if (values.putIfAbsent(name.getValue(), value) != null) {
            faults.add(keyLine, full(name.getValue()), "is there twice: keep one");
        } else {
            lines.put(name.getValue(), keyLine);
        }
    }

    /** Missing when there is no fallback is a fault. */
    <T> T value(String key, T fallback, Function<String, T> parse) {
        return optional(key, parse).orElseGet(() -> {
            if (fallback == null && !values.containsKey(key)) {
                missing(key);
            }
            return fallback;
        });
    }

    <T> Optional<T> optional(String key, Function<String, T> parse) {
        known.add(key);
        var node = values.get(key);
        return node == null ? Optional.empty() : scalar(node, key, parse);
    }

    <T> List<T> list(String key, List<T> fallback, Function<String, T> parse) {
        known.add(key);
        var node = values.get(key);
        if (node == null) {
            if (fallback == null) {
                missing(key);
            }
            return fallback == null ? List.of() : fallback;
        }
        if (!(node instanceof SequenceNode sequence)) {
            faults.add(lineOf(node), full(key), "must be a list: [ … ]");
            return List.of();
        }
        if (sequence.getValue().isEmpty()) {
            faults.add(lineOf(node), full(key), "is empty: name one at least");
        }
        var all = new ArrayList<T>();
        for (var i = 0; i < sequence.getValue().size(); i++) {
            scalar(sequence.getValue().get(i), key + "[" + i + "]", parse).ifPresent(all::add);
        }
        return all;
    }

    /** Values under names that are for somebody else to know; {@code ""} is one, nothing at all is none. */
    Map<String, String> texts(String key) {
        Section inner = section(key);
        Map<String, String> texts = new LinkedHashMap<>();
        inner.values.forEach((name, node) -> {
            if (isEmpty(node) && node.getTag() != Tag.NULL) {
                texts.put(name, "");
            } else {
                inner.scalar(node, name, Function.identity()).ifPresent(text -> texts.put(name, text));
            }
        });
        return texts;
    }

    /** An empty one when it is not there, so that what it must have is reported as missing. */
    Section section(String key) {
        known.add(key);
        return new Section(full(key), lineOf(key), values.get(key), faults);
    }

    Optional<Section> optionalSection(String key) {
        known.add(key);
        return values.containsKey(key) ? Optional.of(section(key)) : Optional.empty();
    }

    /** A list of mappings. */
    List<Section> sections(String key) {
        known.add(key);
        var node = values.get(key);
        if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            if (node == null) {
                missing(key);
            } else {
                faults.add(lineOf(node), full(key), "must be a list: [ { … } ], with one at least");
            }
            return List.of();
        }
        var all = new ArrayList<Section>();
        for (var i = 0; i < sequence.getValue().size(); i++) {
            var each = sequence.getValue().get(i);
            all.add(new Section(full(key) + "[" + i + "]", lineOf(each), each, faults));
        }
        return all;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Where a key stands, or where its section begins. */
    int lineOf(String key) {
        return lines.getOrDefault(key, line);
    }

    String full(String key) {
        var shown = key.isEmpty() ? "''" : key;
        return path.isEmpty() ? shown : path + "." + shown;
    }

    void fault(String key, String text) {
        faults.add(lineOf(key), full(key), text);
    }

    /** After the last key was asked: any other is unknown. */
    void end() {
        values.keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> fault(key, "unknown key: remove it, or use one of " + String.join(", ", known)));
    }

    private String shownPath() {
        return path.isEmpty() ? PartnerFaults.WHOLE_FILE : path;
    }

    private void missing(String key) {
        faults.add(line, full(key), "is missing: add '" + key + ": …'");
    }

    private <T> Optional<T> scalar(Node node, String key, Function<String, T> parse) {
        if (!(node instanceof ScalarNode scalar) || isEmpty(node)) {
            faults.add(lineOf(node), full(key), "must be one value");
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(scalar.getValue()));
        } catch (IllegalArgumentException wrong) {
            faults.add(lineOf(node), full(key), wrong.getMessage());
            return Optional.empty();
        }
    }

    private static boolean isEmpty(Node node) {
        return node instanceof ScalarNode scalar
                && (scalar.getTag() == Tag.NULL || scalar.getValue().isEmpty());
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
