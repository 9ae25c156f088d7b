package org.customsgateway.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The files of the mappings and xsd drawers at one moment, in memory: a mapping is made of one such moment and never sees a
 * file change under it. Names are relative to the drawers' parent: {@code mappings/upu-itmatt/format.yaml}.
 */
public record Drawers(Map<String, byte[]> files) {

    public static final String MAPPINGS = "mappings/";
    public static final String XSD = "xsd/";

    /** No format: tables that are read by themselves, and may be too great to lie in memory as files. */
    private static final String REFERENCE = "reference";

    private static final List<String> KINDS = List.of(".yaml", ".ftl", ".csv", ".xml", ".xsd", ".json", ".md");

    static Drawers read(Path mappings, Path xsd) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        read(mappings, MAPPINGS, files);
        read(xsd, XSD, files);
        return new Drawers(files);
    }

    /** Of the schemas alone. */
    public static Drawers schemas(Path xsd) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        read(xsd, XSD, files);
        return new Drawers(files);
    }

    private static void read(Path drawer, String prefix, Map<String, byte[]> into) throws IOException {
        for (Path file : list(drawer)) {
            try {
                into.put(prefix + drawer.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            } catch (NoSuchFileException e) {
                continue; // gone since it was listed: an editor replaces files that way
            }
        }
    }

    private static List<Path> list(Path drawer) throws IOException {
        if (!Files.isDirectory(drawer)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(drawer, 4)) {
            return found.filter(f -> KINDS.stream().anyMatch(f.getFileName().toString()::endsWith)
                            && !f.getFileName().toString().startsWith(".")
                            && !drawer.relativize(f).startsWith(REFERENCE))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /** Names, times and sizes: cheap to look at, changes with nearly every edit. */
    static String glance(Path mappings, Path xsd) throws IOException {
        StringBuilder seen = new StringBuilder();
        for (Path drawer : List.of(mappings, xsd)) {
            for (Path file : list(drawer)) {
                try {
                    seen.append(file)
                            .append(' ')
                            .append(Files.getLastModifiedTime(file))
                            .append(' ')
                            .append(Files.size(file))
                            .append('\n');
                } catch (NoSuchFileException e) {
                    seen.append(file).append(" gone\n");
                }
            }
        }
        return seen.toString();
    }

    /** Folders of the mappings drawer that hold a format. */
    Collection<String> formats() {
        TreeSet<String> ids = new TreeSet<>();
        for (String name : files.keySet()) {
            String[] parts = name.split("/");
            if (parts.length == 3
                    && name.startsWith(MAPPINGS)
                    && parts[2].equals("format.yaml")
                    && !parts[1].startsWith("_")) {
                ids.add(parts[1]);
            }
        }
        return ids;
    }

    public byte[] file(String name) {
        return files.get(name);
    }

    public boolean has(String name) {
        return files.containsKey(name);
    }
}
