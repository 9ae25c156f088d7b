package org.customsgateway.route;

import org.customsgateway.journal.KnownItem;
import org.customsgateway.mapping.MappedItem;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Severity;

/** What is wrong with an item because of what was declared before, or was not. */
final class ItemFaults {

    private ItemFaults() {}

    static Problem nothingToCancel(MappedItem item) {
        return problem(
                "ITEM-UNKNOWN",
                item,
                "no declaration of this item is known, or it is cancelled already: there is nothing to cancel");
    }

    static Problem keyTaken(MappedItem item, KnownItem known) {
        return problem(
                "ITEM-KEY-TAKEN",
                item,
                "this item was declared before with other content, as " + known.itemId()
                        + ": amendments are not agreed with this partner");
    }

    private static Problem problem(String rule, MappedItem item, String text) {
        return new Problem(
                rule,
                Severity.REJECT,
                Pointer.path("Item[" + item.sequence() + "]"),
                "",
                item.key().id(),
                text,
                "");
    }
}
