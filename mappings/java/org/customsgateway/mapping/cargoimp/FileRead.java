package org.customsgateway.mapping.cargoimp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.RawItem;
import org.customsgateway.mapping.Scan;
import org.customsgateway.message.Problem;

/** The second pass over a file: item by item. */
final class FileRead {

    private final MessageReader reader;
    private final Scan scan;
    private final Consumer<RawItem> items;
    private Element envelope;
    private String version = "";
    private int sequence;

    FileRead(MessageReader reader, Scan scan, Consumer<RawItem> items) {
        this.reader = reader;
        this.scan = scan;
        this.items = items;
    }

    void run(Blocks blocks) throws IOException {
        for (Block block = blocks.next(); block != null; block = blocks.next()) {
            if (block.kind() == Block.Kind.ENVELOPE) {
                version = Blocks.version(block.start().plain());
                envelope = reader.message(block, 0).envelope();
            } else if (block.kind() == Block.Kind.ITEM) {
                sequence++;
                MessageReader.Tree tree = block.start() != null
                        ? reader.message(block, sequence)
                        : reader.item(block, envelope, version, sequence);
                List<Problem> problems = new ArrayList<>(scan.messages().getOrDefault(block.message(), List.of()));
                problems.addAll(tree.problems());
                items.accept(new RawItem(sequence, tree.root(), tree.envelope(), List.copyOf(problems)));
            }
        }
    }
}
