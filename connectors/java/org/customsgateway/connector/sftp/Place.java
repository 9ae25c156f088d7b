package org.customsgateway.connector.sftp;

import java.nio.file.AccessDeniedException;
import java.util.ArrayDeque;
import java.util.List;
import org.customsgateway.connector.SafeName;

/**
 * Where in its home a partner points: the home itself, {@code in} or {@code out}, or a file in one of them. There is
 * nothing else, whatever path is sent.
 *
 * @param folder {@code in}, {@code out}, or empty for the home itself
 * @param name as the partner wrote it, or empty for the folder itself
 */
record Place(String folder, String name) {

    static final String IN = "in";
    static final String OUT = "out";

    static Place of(String path) throws AccessDeniedException {
        var segments = new ArrayDeque<String>();
        for (var segment : path.split("/")) {
            switch (segment) {
                case "", "." -> {}
                case ".." -> segments.pollLast();
                default -> segments.addLast(segment);
            }
        }
        if (segments.isEmpty()) {
            return new Place("", "");
        }
        var folder = segments.pollFirst();
        if (!List.of(IN, OUT).contains(folder) || segments.size() > 1) {
            throw new AccessDeniedException("there is only /in and /out");
        }
        return new Place(folder, segments.isEmpty() ? "" : segments.pollFirst());
    }

    boolean isFile() {
        return !name.isEmpty();
    }

    boolean isIn() {
        return folder.equals(IN) && isFile();
    }

    boolean isOut() {
        return folder.equals(OUT) && isFile();
    }

    /** Of the file on this machine. */
    String stored() {
        return SafeName.onDisk(name);
    }

    /** As the partner's file system shows it. */
    String path() {
        return isFile() ? "/" + folder + "/" + stored() : "/" + folder;
    }
}
