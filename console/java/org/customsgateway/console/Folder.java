package org.customsgateway.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** A folder that was made for one run. */
final class Folder {

    private Folder() {}

    static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (var tree = Files.walk(folder)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (var path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
