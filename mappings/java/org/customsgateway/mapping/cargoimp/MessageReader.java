package org.customsgateway.mapping.cargoimp;

import java.util.List;
import java.util.Set;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.ItemPath;
import org.customsgateway.mapping.SchemaElement;
import org.customsgateway.message.Problem;

/** Makes trees of blocks. */
final class MessageReader {

    /**
     * A tree and what is wrong with it.
     *
     * @param envelope what is around an item; the same as the root where the tree is no item. The heading of a telegram is never
     *     part of an item: sent again, an item is the same although the telegram is another
     */
    record Tree(Element root, Element envelope, List<Problem> problems) {}

    private final Grammar grammar;
    private final LineRule item;
    private final SchemaElement rootSchema;
    private final SchemaElement itemSchema;
    private final Set<String> identifiers;
    private final List<LineRule> envelope;

    /** @param item rule of the line that begins an item; null where the message is the item */
    MessageReader(Grammar grammar, LineRule item, SchemaElement root) {
        this.grammar = grammar;
        this.item = item;
        this.rootSchema = root;
        this.itemSchema = item == null ? root : root.child(item.element());
        this.identifiers = grammar.identifiers();
        this.envelope = grammar.lines().stream().filter(rule -> rule != item).toList();
    }

    /** What stands before the items, or the whole message where it is the item. */
    Tree message(Block block, int sequence) {
        Faults faults = new Faults();
        Element root = new Element(grammar.message(), null, block.first().number(), 1);
        ItemPath paths = new ItemPath(rootSchema, root, sequence);
        Element around = item == null
                ? new Element(grammar.message(), null, block.first().number(), 1)
                : root;
        HeadingTree.grow(block, around);
        List<LineText> lines = Assembly.of(block, identifiers, paths.of(root).path(), faults);
        String version = Blocks.version(block.start().plain());
        new Walk(lines, identifiers, version, paths, faults).all(envelope, root);
        return new Tree(root, around, faults.all());
    }

    /** @param version of the message that it is in */
    Tree item(Block block, Element around, String version, int sequence) {
        Faults faults = new Faults();
        Element root = new Element(item.element(), null, block.first().number(), 1);
        ItemPath paths = new ItemPath(itemSchema, root, sequence);
        List<LineText> lines = Assembly.of(block, identifiers, paths.of(root).path(), faults);
        new Walk(lines, identifiers, version, paths, faults).one(item, root);
        return new Tree(root, around, faults.all());
    }
}
