package org.customsgateway.message;

/**
 * Where in the sender's own message a problem lies.
 *
 * @param path in the words of the source format: an element path with 1-based indexes for XML and JSON
 *     ({@code Item[3]/ContentPiece[2]/HS}), groups, segments and elements for EDI ({@code SG7[3]/NAD[2]/C082/E3039})
 * @param line 1-based line, 0 where the format has no lines or it is not known
 * @param column 1-based column, 0 where not known
 * @param segment the same place as EDIFACT counts it, null in other formats
 */
public record Pointer(String path, int line, int column, SegmentPlace segment) {

    public Pointer(String path, int line, int column) {
        this(path, line, column, null);
    }

    public static Pointer path(String path) {
        return new Pointer(path, 0, 0);
    }

    /** {@code path (line:column)}, as shown to a person. */
    @Override
    public String toString() {
        return line == 0 ? path : path + " (" + line + ":" + column + ")";
    }
}
