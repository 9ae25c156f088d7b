package org.customsgateway.simulate;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a script; works on YAML nodes because only they know their lines. */
final class ScriptReader {

    private final String file;
    private final Collection<BackEnd> backEnds;

    ScriptReader(String file, Collection<BackEnd> backEnds) {
        this.file = file;
        this.backEnds = backEnds;
    }

    Script read(String yaml) {
        var rules = new HashMap<String, List<Rule>>();
        for (var entry : entries(root(yaml), "the script").entrySet()) {
            rules.put(backEnd(entry.getKey()), rules(entry.getValue()));
        }
        return new Script(rules);
    }

    private Node root(String yaml) {
        try {
            var root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
            if (root == null) {
                throw new ScriptFault(file, 1, "the file is empty: it needs a list of rules under risk and revenue");
            }
            return root;
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw new ScriptFault(file, mark == null ? 1 : mark.getLine() + 1, e.getProblem());
        }
    }

    /** Its name, or a kind: a misspelt one would be silent. */
    private String backEnd(Key key) {
        var names = Stream.concat(
                        BackEnd.SHIPPED.stream().map(BackEnd::kind),
                        backEnds.stream().map(BackEnd::id))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!names.contains(key.text())) {
            throw fault(key.node(), "'" + key.text() + "' is no back-end: " + String.join(", ", names));
        }
        return key.text();
    }

    private List<Rule> rules(Node node) {
        return items(node, "a list of rules").stream().map(this::rule).toList();
    }

    private Rule rule(Node node) {
        List<Condition> when = List.of();
        List<Answer> answers = null;
        for (var entry : entries(node, "a rule").entrySet()) {
            switch (entry.getKey().text()) {
                case "when" ->
                    when = entries(entry.getValue(), "when").entrySet().stream()
                            .map(line -> condition(line.getKey(), line.getValue()))
                            .toList();
                case "answer" -> answers = answers(entry.getValue());
                default -> throw unknown(entry.getKey(), "when, answer");
            }
        }
        if (answers == null) {
            throw fault(node, "a rule needs answer; [] stays silent");
        }
        return new Rule(when, answers);
    }

    private Condition condition(Key key, Node value) {
        return switch (key.text()) {
            case "over" -> Condition.over(number(value));
            case "hs" -> Condition.hs(text(value));
            case "country" -> Condition.country(text(value));
            case "key" -> Condition.key(text(value));
            case "percent" -> Condition.percent(whole(value, 0, 100));
            case "version" -> Condition.version(text(value));
            case "function" -> Condition.function(text(value));
            case "property" -> Condition.property(text(value));
            default -> throw unknown(key, "over, hs, country, key, percent, version, function, property");
        };
    }

    private List<Answer> answers(Node node) {
        var answers = new ArrayList<Answer>();
        for (var item : items(node, "a list of answers")) {
            answers.add(item instanceof ScalarNode ? Answer.of(say(item)) : answer(item));
        }
        return answers;
    }

    private Answer answer(Node node) {
        Say say = null;
        var answer = Answer.of(Say.ACCEPTED);
        for (var entry : entries(node, "an answer").entrySet()) {
            var value = entry.getValue();
            switch (entry.getKey().text()) {
                case "say" -> say = say(value);
                case "after" -> answer = answer.after(time(value));
                case "times" -> answer = answer.times(whole(value, 1, 10));
                case "code" -> answer = answer.code(text(value));
                case "text" -> answer = answer.text(text(value));
                case "pointer" -> answer = answer.pointer(pointer(value));
                case "duty" -> answer = answer.duty(number(value));
                case "vat" -> answer = answer.vat(number(value));
                default -> throw unknown(entry.getKey(), "say, after, times, code, text, pointer, duty, vat");
            }
        }
        if (say == null) {
            throw fault(node, "an answer needs say: one of " + words());
        }
        return answer.say(say);
    }

    private Say say(Node node) {
        var word = text(node);
        return Say.of(word).orElseThrow(() -> fault(node, "'" + word + "' cannot be said: one of " + words()));
    }

    private static String words() {
        return Stream.of(Say.values()).map(Say::word).collect(Collectors.joining(", "));
    }

    private java.time.Duration time(Node node) {
        try {
            return Delay.duration(text(node));
        } catch (IllegalArgumentException e) {
            throw fault(node, e.getMessage());
        }
    }

    private String pointer(Node node) {
        var pointer = text(node);
        if (!pointer.matches("\\w{3}(\\[\\d{1,5}])?(/\\w{3}(\\[\\d{1,5}])?)*(#\\w{3,4})?")) {
            throw fault(node, "a pointer is WCO class ids and one element id, like 42A/67A/68A[2]/23A#137");
        }
        return pointer;
    }

    private BigDecimal number(Node node) {
        try {
            return new BigDecimal(text(node));
        } catch (NumberFormatException e) {
            throw fault(node, "a number is needed: '" + text(node) + "'");
        }
    }

    private int whole(Node node, int least, int most) {
        var number = number(node);
        if (number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0
                || number.stripTrailingZeros().scale() > 0) {
            throw fault(node, "a whole number from " + least + " to " + most + " is needed: " + number);
        }
        return number.intValue();
    }

    private String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw fault(node, "a single value is needed here");
    }

    private List<Node> items(Node node, String what) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw fault(node, what + " is needed here (lines that begin with -)");
    }

    private Map<Key, Node> entries(Node node, String what) {
        if (!(node instanceof MappingNode mapping)) {
            throw fault(node, what + " is written as key: value");
        }
        var entries = new java.util.LinkedHashMap<Key, Node>();
        for (var tuple : mapping.getValue()) {
            entries.put(new Key(text(tuple.getKeyNode()), tuple.getKeyNode()), tuple.getValueNode());
        }
        return entries;
    }

    private ScriptFault unknown(Key key, String known) {
        return fault(key.node(), "'" + key.text() + "' is not known here: one of " + known);
    }

    private ScriptFault fault(Node node, String text) {
        return new ScriptFault(file, node.getStartMark().getLine() + 1, text);
    }

    private record Key(String text, Node node) {}
}
