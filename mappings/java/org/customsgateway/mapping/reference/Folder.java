package org.customsgateway.mapping.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where files of sets lie.
 *
 * @param shown before the names of its files when people are told of them
 */
record Folder(Path path, String shown) {

    static final List<String> ENDINGS = List.of(".csv", ".yaml");
    static final String SHAPES = "sets.yaml";

    /** Times and sizes of its files, by the name of their set: cheap to look at, changes with nearly every edit. */
    Map<String, String> glance() throws IOException {
        Map<String, String> seen = new TreeMap<>();
        if (!Files.isDirectory(path)) {
            return seen;
        }
        try (Stream<Path> found = Files.list(path)) {
            for (Path file : found.sorted().toList()) {
                String name = file.getFileName().toString();
                for (String ending : ENDINGS) {
                    if (name.endsWith(ending) && !name.startsWith(".")) {
                        seen.merge(name.substring(0, name.length() - ending.length()), look(file), String::concat);
                    }
                }
            }
        }
        return seen;
    }

    private static String look(Path file) {
        try {
            return file.getFileName() + " " + Files.getLastModifiedTime(file) + " " + Files.size(file) + "\n";
        } catch (IOException e) {
            return file.getFileName() + " gone\n"; // an editor replaces files that way
        }
    }
}
