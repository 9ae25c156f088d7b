package org.customsgateway.mapping;

import org.xml.sax.SAXParseException;

/** An open element of a document that is being checked, with what has been seen in it so far. */
final class WcoFrame {

    final WcoFrame parent;
    final WcoElement element;
    /** Which repeat of the element in its parent this is, from 1. */
    private final int index;

    /** How often each child has been seen, by its place; null in a leaf, of which there are most. */
    private final int[] seen;

    private int furthest;
    private boolean misplaced;
    /** What the validator said about the order of the children: it speaks once per parent and then keeps quiet. */
    SAXParseException modelError;

    WcoFrame(WcoFrame parent, WcoElement element) {
        this.parent = parent;
        this.element = element;
        this.index = parent == null ? 1 : parent.seen[element.place()];
        this.seen = element.children.isEmpty() ? null : new int[element.children.size()];
    }

    /** Counts a child in and says what is wrong with its place, or null. */
    String place(WcoElement child) {
        int count = ++seen[child.place()];
        String fault = null;
        if (child.place() < furthest) {
            fault = "'" + child.name + "' must come before '" + element.children.get(furthest).name + "'";
        } else if (count > child.max) {
            fault = "'" + child.name + "' occurs more than " + (child.max == 1 ? "once" : child.max + " times");
        }
        misplaced |= fault != null;
        furthest = Math.max(furthest, child.place());
        return fault;
    }

    /** Whether a required child has not come. */
    boolean lacks(WcoElement child) {
        boolean lacking = seen[child.place()] == 0;
        misplaced |= lacking;
        return lacking;
    }

    /** A fault of its content has been noted by others. */
    void misplace() {
        misplaced = true;
    }

    /** Whether a fault of order or number was found in it: then the validator's own word about that says nothing new. */
    boolean misplaced() {
        return misplaced;
    }

    /** From the message's root, without the wrapper; the wrapper's own elements keep it. */
    String path() {
        String step = element.step() + (element.repeats() ? "[" + index + "]" : "");
        boolean message = parent == null || parent.parent == null && !element.wcoId.isEmpty();
        return message ? step : parent.path() + "/" + step;
    }

    /** The WCO id of the element, or of the one that it is a detail of (the string in a date). */
    String wcoId() {
        return element.wcoId.isEmpty() && parent != null ? parent.wcoId() : element.wcoId;
    }
}
