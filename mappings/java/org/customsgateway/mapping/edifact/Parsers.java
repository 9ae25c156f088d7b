package org.customsgateway.mapping.edifact;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Parsers of one grammar: what StAEDI makes of it at the start costs more than most messages. */
final class Parsers {

    private final Grammar grammar;
    /** Of the service characters that came last; those of other senders are made anew. */
    private final Queue<MessageParser> idle = new ConcurrentLinkedQueue<>();

    Parsers(Grammar grammar) {
        this.grammar = grammar;
    }

    MessageParser take(Separators separators, int version) {
        MessageParser parser = idle.poll();
        return parser != null && parser.reads(separators, version)
                ? parser
                : new MessageParser(grammar, separators, version);
    }

    /** After the last message, or in the middle of one that is given up. */
    void giveBack(MessageParser parser) {
        if (parser.isReusable()) {
            idle.add(parser);
        }
    }
}
