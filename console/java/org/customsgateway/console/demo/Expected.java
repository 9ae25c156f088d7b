package org.customsgateway.console.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One row of {@code console/demo/expected.csv}: what the post sends and what has to come back.
 *
 * @param item identifier, or empty for what is said about a whole file
 * @param codes statuses in the order in which they have to come
 * @param copyOf the file whose bytes are sent under this name, or empty
 */
record Expected(String file, String item, List<String> codes, String shows, String copyOf) {

    static final String REFUSED = "REFUSED";
    static final String AGAIN = "AGAIN";

    static List<Expected> read(Path table) throws IOException {
        try (var lines = Files.lines(table)) {
            return lines.filter(line -> !line.startsWith("#") && !line.isBlank())
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Expected(cells[0], cells[1], List.of(cells[2].split(" ")), cells[3], cells[4]))
                    .toList();
        }
    }

    /** Whether the codes are there in their order; others may lie between. */
    boolean cameIn(List<String> seen) {
        int next = 0;
        for (var code : seen) {
            if (next < codes.size() && codes.get(next).equals(code)) {
                next++;
            }
        }
        return next == codes.size();
    }
}
