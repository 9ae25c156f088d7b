package org.customsgateway.mapping;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML mapping that remembers the line of each key. What is not there is empty. */
public final class YamlMap {

    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final int line;

    private YamlMap(Node node, int line) {
        this.line = line;
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    values.put(key.getValue(), tuple.getValueNode());
                    lines.put(key.getValue(), key.getStartMark().getLine() + 1);
                }
            }
        }
    }

    public static YamlMap parse(String file, byte[] bytes) throws BrokenFormat {
        try {
            Node root =
                    new Yaml(new LoaderOptions()).compose(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
            if (!(root instanceof MappingNode)) {
                throw new BrokenFormat(file, 1, "not a YAML mapping");
            }
            return new YamlMap(root, 1);
        } catch (MarkedYAMLException e) {
            int at = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new BrokenFormat(file, at, "not well-formed YAML: " + e.getProblem());
        }
    }

    public Set<String> keys() {
        return values.keySet();
    }

    /** Of a key, or of the mapping where the key is not there. */
    public int line(String key) {
        return lines.getOrDefault(key, line);
    }

    public String text(String key) {
        return values.get(key) instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
    }

    /** A list, or a single text as a list of one. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        if (values.get(key) instanceof SequenceNode sequence) {
            for (Node node : sequence.getValue()) {
                if (node instanceof ScalarNode scalar) {
                    texts.add(scalar.getValue().strip());
                }
            }
        } else if (!text(key).isEmpty()) {
            texts.add(text(key));
        }
        return texts;
    }

    public YamlMap map(String key) {
        return new YamlMap(values.get(key), line(key));
    }

    public List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        if (values.get(key) instanceof SequenceNode sequence) {
            for (Node node : sequence.getValue()) {
                maps.add(new YamlMap(node, node.getStartMark().getLine() + 1));
            }
        }
        return maps;
    }
}
