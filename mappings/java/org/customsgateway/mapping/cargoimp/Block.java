package org.customsgateway.mapping.cargoimp;

import java.util.List;

/**
 * A stretch of lines that is read on its own, so that a fault in it harms no other.
 *
 * @param message 1-based place of its message in the file
 * @param heading lines of the Type B heading before the message
 * @param start the line that names the message; null where none does
 * @param lines behind that, up to the first item; or those of one item
 * @param over how many more there were than are kept
 */
record Block(Kind kind, int message, List<TextLine> heading, TextLine start, List<TextLine> lines, int over) {

    enum Kind {
        /** What stands before the items of a message. */
        ENVELOPE,
        ITEM,
        /** Lines that no message begins, or a message that is not the expected one. */
        STRAY
    }

    TextLine first() {
        if (!heading.isEmpty()) {
            return heading.get(0);
        }
        return start != null ? start : lines.get(0);
    }
}
