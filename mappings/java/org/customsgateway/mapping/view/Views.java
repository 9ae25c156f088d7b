package org.customsgateway.mapping.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.customsgateway.mapping.WcoPositions;

/** The views of {@code mappings/_shared/views} as they were at one moment. */
public final class Views {

    private static final String YAML = ".yaml";
    private static final String STYLESHEET = ".xsl";

    private final Map<String, View> byName;

    private Views(Map<String, View> byName) {
        this.byName = byName;
    }

    /**
     * @param xsd the drawer of the schemas
     * @throws IllegalArgumentException with file and line of all that is wrong
     */
    public static Views read(Path folder, Path xsd, WcoPositions positions) {
        Map<String, View> byName = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        CustomisationKeys customisations = new CustomisationKeys(folder, xsd);
        texts(folder).forEach((file, bytes) -> {
            if (file.endsWith(YAML)) {
                String name = file.substring(0, file.lastIndexOf('.'));
                View view = new ViewFile("views/" + file, customisations, positions, faults).read(name, bytes);
                byName.put(name, view);
            }
        });
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return new Views(byName);
    }

    /** The bytes of each view and stylesheet, by its name: what tells whether any has changed. */
    public static Map<String, byte[]> texts(Path folder) {
        Map<String, byte[]> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each ->
                            each.toString().endsWith(YAML) || each.toString().endsWith(STYLESHEET))
                    .toList()) {
                texts.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the views in " + folder + " cannot be read", e);
        }
        return texts;
    }

    public Optional<View> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** These, and those of before that are gone now: what is on its way may still ask for them. */
    public Views after(Views before) {
        Map<String, View> all = new TreeMap<>(before.byName);
        all.putAll(byName);
        return new Views(all);
    }
}
