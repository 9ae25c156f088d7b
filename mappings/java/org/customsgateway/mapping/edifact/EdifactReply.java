package org.customsgateway.mapping.edifact;

import org.customsgateway.mapping.InvalidReply;

/** Makes the bytes of a reply of the tree that its template wrote, and lets nothing out that the grammar refuses. */
final class EdifactReply {

    private final Grammar grammar;
    private final Parsers parsers;

    EdifactReply(Grammar grammar, Parsers parsers) {
        this.grammar = grammar;
        this.parsers = parsers;
    }

    /**
     * @param xml an {@code Interchange} as {@link Grammar} shapes it, without trailers
     * @throws InvalidReply if it is not valid
     */
    byte[] bytes(byte[] xml) {
        byte[] written = new EdifactWriter(grammar).write(xml);
        String fault = ReplyCheck.firstFault(written, grammar, parsers);
        if (!fault.isEmpty()) {
            throw new InvalidReply(fault);
        }
        return written;
    }
}
