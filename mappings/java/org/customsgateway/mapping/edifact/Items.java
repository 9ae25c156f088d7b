package org.customsgateway.mapping.edifact;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.ItemPath;
import org.customsgateway.mapping.RawItem;
import org.customsgateway.mapping.SchemaElement;
import org.customsgateway.message.Problem;

/**
 * Takes the items out of messages as they grow, and keeps each fault with what it is a fault of: an item, the group that several
 * items are in, or the message.
 *
 * <p>What is missing, repeated too often or has a wrong value inside an item is a fault of this item alone: where it starts and
 * ends is known. A segment that has no place is one of the message, because nobody can say whose it is.
 */
final class Items implements MessageTree.Growth {

    /** There is more of something than one interchange may ask of us. */
    static final class Over extends RuntimeException {
        Over(String what) {
            super(what, null, false, false);
        }
    }

    private final SchemaElement rootSchema;
    private final SchemaElement itemSchema;
    private final String itemName;
    private final Set<String> common;
    private final Set<String> groups;
    private final int mostElements;
    private final Consumer<RawItem> sink;
    private final String origin;
    private final MessageTree tree;
    private final Faults ofItem = new Faults();
    private final Faults ofGroup = new Faults();
    private final Faults ofMessage = new Faults();
    private List<Problem> known = List.of();
    private Element root;
    private Element item;
    private Element kept;
    private boolean found;
    private int sequence;
    private int elements;

    /**
     * @param path names from the root to the item
     * @param common qualifiers by which a group is not an item but says what is common to the items beside it
     */
    Items(
            SchemaElement rootSchema,
            List<String> path,
            Set<String> common,
            int mostElements,
            String origin,
            Consumer<RawItem> sink) {
        this.rootSchema = rootSchema;
        this.itemSchema = rootSchema.at(path);
        this.itemName = path.get(path.size() - 1);
        this.common = common;
        this.groups = rootSchema.child(Grammar.MESSAGE).content().children().stream()
                .filter(group -> group.child(itemName) != null)
                .map(SchemaElement::name)
                .collect(Collectors.toSet());
        this.mostElements = mostElements;
        this.origin = origin;
        this.sink = sink;
        this.tree = new MessageTree(this, this::missing);
    }

    MessageTree tree() {
        return tree;
    }

    int count() {
        return sequence;
    }

    Element root() {
        return root;
    }

    /** @param problems of the message that are known before: each of its items bears them */
    void start(Element interchange, Element message, Segment header, List<Problem> problems) {
        root = interchange;
        known = problems;
        ofItem.clear();
        ofGroup.clear();
        ofMessage.clear();
        kept = null;
        found = false;
        item = itemName.equals(message.name()) ? message : null;
        elements = 0;
        tree.start(message, header);
    }

    /** Nothing can be read after this: what is open is given up. */
    void lost(Faults.Fault fault) {
        ofMessage.add(fault);
        item = null;
    }

    /** The message has all that is in it. */
    void end(Element message) {
        if (item == message) {
            emit();
        }
    }

    /** Faults of the message as a whole, in the words of the tree. */
    List<Problem> problems() {
        return ofMessage.problems(new ItemPath(rootSchema, root, 0), origin);
    }

    @Override
    public void opened(Element group) {
        if (item == null && group.name().equals(itemName)) {
            item = group;
            elements = 0;
        }
    }

    @Override
    public void closed(Element group) {
        if (group == item) {
            if (common.stream().anyMatch(group::is)) {
                kept = group;
                ofGroup.take(ofItem);
                item = null;
            } else {
                emit();
            }
        } else if (item == null
                && groups.contains(group.name())
                && group.parent().name().equals(Grammar.MESSAGE)) {
            endGroup(group);
        }
    }

    private void endGroup(Element group) {
        if (!found && kept != null) {
            item = kept; // what is common to none is an item itself
            emit();
        }
        if (!found) {
            // a consignment that nothing is said of must not get lost
            tree.missing(group, itemName, itemName);
            ofMessage.take(ofGroup);
        }
        ofGroup.clear();
        kept = null;
        found = false;
        renew(group);
    }

    private void emit() {
        sequence++;
        List<Problem> problems = new ArrayList<>(known);
        problems.addAll(ofGroup.problems(new ItemPath(rootSchema, root, 0), origin));
        problems.addAll(ofItem.problems(new ItemPath(itemSchema, item, sequence), origin));
        sink.accept(new RawItem(sequence, item, root, problems));
        item.parent().drop(item);
        ofItem.clear();
        found = true;
        item = null;
    }

    /** The envelope of items that somebody still holds stays as it was; the next ones have it without what held these. */
    private void renew(Element group) {
        Element message = group.parent();
        message.drop(group);
        Element next = new Element(root.name(), null, root.line(), root.column());
        for (Element child : root.children()) {
            next.add(child == message ? message.twin(next) : child);
        }
        root = next;
        tree.at(next.children().get(next.children().size() - 1));
        message.add(group);
    }

    @Override
    public void fault(Faults.Fault fault) {
        boolean lost = fault.kind() == SyntaxFault.MISPLACED || fault.kind() == SyntaxFault.GROUPS;
        if (lost || itemName.equals(Grammar.MESSAGE)) {
            ofMessage.add(fault);
        } else if (item != null) {
            ofItem.add(fault);
        } else if (insideGroup(fault.at())) {
            ofGroup.add(fault);
        } else {
            ofMessage.add(fault);
        }
    }

    /** Whether it is in the group that the items are in. */
    private boolean insideGroup(Element at) {
        for (Element e = at; e != null && e.parent() != null; e = e.parent()) {
            if (e.parent().name().equals(Grammar.MESSAGE)) {
                return groups.contains(e.name());
            }
        }
        return false;
    }

    @Override
    public void element() {
        if (++elements > mostElements) {
            throw new Over("more than " + mostElements + " elements in one item or around items");
        }
    }

    /** Finds the group that the segment is missing in: the nearest that has it, or a group that starts with it. */
    private void missing(Element open, String tag) {
        for (Element at = open; at != null; at = at.parent()) {
            SchemaElement schema = new ItemPath(rootSchema, root, 0).schema(at);
            if (schema == null) {
                continue;
            }
            for (SchemaElement child : schema.content().children()) {
                if (child.name().equals(tag) && child.least() > 0) {
                    tree.missing(at, tag, tag);
                    return;
                }
                List<SchemaElement> below = child.content().children();
                if (child.least() > 0 && !below.isEmpty() && below.get(0).name().equals(tag)) {
                    tree.missing(at, child.name() + "/" + tag, tag);
                    return;
                }
            }
        }
        tree.missing(open, tag, tag);
    }
}
