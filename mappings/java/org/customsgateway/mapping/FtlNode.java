package org.customsgateway.mapping;

import java.util.List;

/**
 * A piece of a template's text, as far as a mapping is told by it.
 *
 * @param name of the element, directive or macro; empty for an interpolation or a text
 * @param text attributes of an element, parameters of a directive or call, expression of an interpolation, the text itself
 * @param children what stands inside a directive or a call; elements have none, their end is a piece of its own
 */
record FtlNode(Kind kind, String name, String text, int line, List<FtlNode> children) {

    enum Kind {
        OPEN,
        CLOSE,
        TEXT,
        INTERPOLATION,
        DIRECTIVE,
        CALL
    }
}
