package org.customsgateway.mapping.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.customsgateway.mapping.BrokenFormat;
import org.customsgateway.mapping.Drawers;
import org.customsgateway.mapping.Stylesheet;
import org.customsgateway.mapping.YamlMap;
import org.customsgateway.mapping.xml.XsdCheck;

/**
 * The keys of a view that make a document of an authority's own: {@code stylesheet}, beside the view's file; {@code schema}, in the drawer
 * of the schemas; {@code parameters}.
 */
record CustomisationKeys(Path folder, Path xsd) {

    static final List<String> ALL = List.of("stylesheet", "schema", "parameters");

    /**
     * Empty where the file has none of them.
     *
     * @throws BrokenFormat with what is wrong
     */
    Optional<Customisation> read(String file, YamlMap yaml) throws BrokenFormat {
        if (ALL.stream().noneMatch(yaml.keys()::contains)) {
            return Optional.empty();
        }
        for (String key : List.of("stylesheet", "schema")) {
            if (yaml.text(key).isEmpty()) {
                throw new BrokenFormat(file, yaml.line(key), key + " is missing: one goes with the other");
            }
        }
        Stylesheet stylesheet = Stylesheet.compile("views/" + yaml.text("stylesheet"), text(file, yaml));
        return Optional.of(new Customisation(file, stylesheet, parameters(file, yaml, stylesheet), schema(file, yaml)));
    }

    private String text(String file, YamlMap yaml) throws BrokenFormat {
        String name = yaml.text("stylesheet");
        if (!name.matches("[\\w.-]+[.]xsl") || !Files.isRegularFile(folder.resolve(name))) {
            throw new BrokenFormat(file, yaml.line("stylesheet"), "views has no " + name + ", which ends in .xsl");
        }
        try {
            return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    private static Map<String, String> parameters(String file, YamlMap yaml, Stylesheet stylesheet)
            throws BrokenFormat {
        YamlMap given = yaml.map("parameters");
        Map<String, String> values = new TreeMap<>();
        for (String name : given.keys()) {
            if (!stylesheet.parameters().contains(name)) {
                throw new BrokenFormat(
                        file, given.line(name), "the stylesheet has " + stylesheet.parameters() + ", and not " + name);
            }
            values.put(name, given.text(name));
        }
        return values;
    }

    private XsdCheck schema(String file, YamlMap yaml) throws BrokenFormat {
        String name = Drawers.XSD + yaml.text("schema");
        try {
            Drawers drawers = Drawers.schemas(xsd);
            if (!drawers.has(name)) {
                throw new BrokenFormat(file, yaml.line("schema"), "there is no " + name);
            }
            return XsdCheck.compile(drawers, name);
        } catch (IOException e) {
            throw new UncheckedIOException("the schemas in " + xsd + " cannot be read", e);
        }
    }
}
