package org.customsgateway.mapping.edifact;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.customsgateway.mapping.Drawers;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.Limits;
import org.customsgateway.mapping.RawItem;
import org.customsgateway.message.Problem;

/**
 * One pass over an interchange. Both passes are the same, the second with somebody to take the items: StAEDI must hold the
 * messages against their grammar to find the groups in them.
 */
final class Pass {

    private final Limits limits;
    private final Items items;
    private final MessagePass messages;
    private final Interchange interchange;

    /** @param known problems of a message, by its place, that its items bear */
    Pass(EdifactSyntax syntax, Limits limits, Consumer<RawItem> sink, IntFunction<List<Problem>> known) {
        this.limits = limits;
        String origin =
                Drawers.XSD + syntax.format().id() + "/" + syntax.format().schema();
        Set<String> common = Set.copyOf(syntax.format().signs("common"));
        this.items = new Items(syntax.root(), syntax.itemPath(), common, limits.itemElements(), origin, item -> {
            if (item.sequence() > limits.items()) {
                throw new Items.Over("more than " + limits.items() + " items");
            }
            sink.accept(item);
        });
        this.messages = new MessagePass(syntax, items, known);
        this.interchange = new Interchange(syntax.root(), limits.items(), messages);
    }

    /** @return problems of the interchange itself */
    List<Problem> run(InputStream raw) throws IOException {
        try {
            interchange.run(Segments.of(raw, MessagePass.LONGEST_SEGMENT));
            messages.end();
            return interchange.problems();
        } catch (Items.Over e) {
            return List.of(Faults.limit(e.getMessage()));
        }
    }

    int items() {
        return items.count();
    }

    /** By the place of the message. */
    Map<Integer, List<Problem>> messages() {
        return messages.problems();
    }

    /** The interchange with what was read of its header; null where there is none. */
    Element root() {
        return interchange.root();
    }
}
