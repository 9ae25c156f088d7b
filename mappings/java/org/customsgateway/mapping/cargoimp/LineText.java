package org.customsgateway.mapping.cargoimp;

import java.util.List;

/**
 * A line as it is read: usually one line of the file, several where it was broken in a wrong place.
 *
 * @param text put together, in upper case
 * @param pieces the lines that it was put together from
 * @param starts where in the text each of them begins
 */
record LineText(String text, List<TextLine> pieces, List<Integer> starts) {

    static LineText of(TextLine line) {
        return new LineText(line.plain(), List.of(line), List.of(0));
    }

    /** With another line put behind it. */
    LineText with(TextLine line) {
        List<TextLine> more = new java.util.ArrayList<>(pieces);
        more.add(line);
        List<Integer> begins = new java.util.ArrayList<>(starts);
        begins.add(text.length());
        return new LineText(text + line.plain(), more, begins);
    }

    String identifier() {
        return TextLine.identifier(text);
    }

    boolean continues() {
        return text.startsWith("/");
    }

    /** Line of the file in which a character of the text stands. */
    int line(int at) {
        return pieces.get(piece(at)).number();
    }

    /** From 1. */
    int column(int at) {
        return at - starts.get(piece(at)) + 1;
    }

    private int piece(int at) {
        int piece = 0;
        while (piece + 1 < starts.size() && starts.get(piece + 1) <= at) {
            piece++;
        }
        return piece;
    }
}
