package org.customsgateway.connector;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.customsgateway.message.PartnerId;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A partner file as it was read: a partner, or the faults that keep it from being one.
 *
 * @param unique what no two partners may share (a login, a queue), each with its key
 */
record PartnerFile(String file, Optional<Partner> partner, List<PartnerFault> faults, Map<String, Place> unique) {

    static final String ENDING = ".yaml";
    private static final int LARGEST = 256 * 1024;

    /** Where a value stands. */
    record Place(String key, int line) {}

    static PartnerFile read(Path path, FormatBook formats, UnaryOperator<String> environment) {
        var name = path.getFileName().toString();
        var faults = new PartnerFaults(name);
        var node = compose(path, faults);
        if (!faults.isEmpty()) {
            return new PartnerFile(name, Optional.empty(), faults.all(), Map.of());
        }
        var id = id(name, faults);
        var reader = new PartnerReader(
                new Section("", 1, node.orElse(null), faults),
                id,
                path.toAbsolutePath().getParent(),
                formats,
                environment);
        var partner = reader.read();
        return new PartnerFile(
                name, faults.isEmpty() ? Optional.of(partner) : Optional.empty(), faults.all(), reader.unique());
    }

    private static PartnerId id(String file, PartnerFaults faults) {
        try {
            return new PartnerId(file.substring(0, file.length() - ENDING.length()));
        } catch (IllegalArgumentException notAnId) {
            faults.add(1, PartnerFaults.WHOLE_FILE, "rename the file to <partner id>.yaml: " + notAnId.getMessage());
            return new PartnerId("unnamed");
        }
    }

    static Optional<Node> compose(Path path, PartnerFaults faults) {
        try {
            if (Files.size(path) > LARGEST) {
                faults.add(1, PartnerFaults.WHOLE_FILE, "is larger than " + LARGEST + " bytes: is it the right file?");
                return Optional.empty();
            }
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(path)));
            return compose(text.toString(), faults);
        } catch (CharacterCodingException notUtf8) {
            faults.add(1, PartnerFaults.WHOLE_FILE, "is not UTF-8: save it as UTF-8");
        } catch (IOException unreadable) {
            faults.add(1, PartnerFaults.WHOLE_FILE, "cannot be read: make it readable for the gateway");
        }
        return Optional.empty();
    }

    private static Optional<Node> compose(String text, PartnerFaults faults) {
        var options = new LoaderOptions();
        options.setNestingDepthLimit(10);
        options.setMaxAliasesForCollections(0);
        options.setCodePointLimit(LARGEST);
        options.setAllowRecursiveKeys(false);
        try {
            // an anchor lets a few bytes stand for millions of nodes; no partner file needs one
            for (var event : new Yaml(options).parse(new StringReader(text))) {
                if (event instanceof AliasEvent) {
                    faults.add(
                            event.getStartMark().getLine() + 1,
                            PartnerFaults.WHOLE_FILE,
                            "an alias (*name) is not allowed: write the value out");
                    return Optional.empty();
                }
            }
            return Optional.ofNullable(new Yaml(options).compose(new StringReader(text)));
        } catch (MarkedYAMLException notYaml) {
            var mark = notYaml.getProblemMark() == null ? notYaml.getContextMark() : notYaml.getProblemMark();
            faults.add(
                    mark == null ? 1 : mark.getLine() + 1,
                    PartnerFaults.WHOLE_FILE,
                    "is not YAML here (" + notYaml.getProblem() + "): correct the line");
        } catch (YAMLException | IllegalStateException notYaml) {
            faults.add(1, PartnerFaults.WHOLE_FILE, "is not YAML: " + firstLine(notYaml.getMessage()));
        }
        return Optional.empty();
    }

    private static String firstLine(String message) {
        return String.valueOf(message).lines().findFirst().orElse("no reason given");
    }
}
