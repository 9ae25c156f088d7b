package org.customsgateway.message;

/**
 * Where in the sender's own message a problem lies.
 *
 * @param path in the words of the source format: an element path with 1-based indexes for XML and JSON
 *     ({@code Item[3]/ContentPiece[2]/HS}), segment number, tag, element and component for EDI
 * @param line 1-based line, 0 where the format has no lines or it is not known
 * @param column 1-based column, 0 where not known
 */
public record Pointer(String path, int line, int column) {

    public static Pointer path(String path) {
        return new Pointer(path, 0, 0);
    }

    /** {@code path (line:column)}, as shown to a person. */
    @Override
    public String toString() {
        return line == 0 ? path : path + " (" + line + ":" + column + ")";
    }
}
