package org.customsgateway.mapping.edifact;

import org.customsgateway.mapping.InvalidReply;

/** Makes the bytes of a reply of the tree that its template wrote, and lets nothing out that the grammar refuses. */
public final class EdifactReply {

    private final Grammar grammar;

    public EdifactReply(Grammar grammar) {
        this.grammar = grammar;
    }

    /**
     * @param xml an {@code Interchange} as {@link Grammar} shapes it, without trailers
     * @throws InvalidReply if it is not valid
     */
    public byte[] bytes(byte[] xml) {
        EdifactWriter.Written written = new EdifactWriter(grammar).write(xml);
        String fault = new ReplyCheck(grammar).firstFault(written.bytes(), written.charset());
        if (!fault.isEmpty()) {
            throw new InvalidReply(fault);
        }
        return written.bytes();
    }
}
