package org.customsgateway.route;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.customsgateway.mapping.MappedItem;
import org.customsgateway.message.ItemKey;

/**
 * What an interchange may change: two that have nothing of it in common can be journaled in any order.
 *
 * @param any whether it may be everything, because it is not known or because it names what others have declared
 * @param reference its sender's for it, or empty
 */
record Touched(boolean any, String reference, Set<ItemKey> keys) {

    static final Touched ANY = new Touched(true, "", Set.of());

    /** Of one that was judged, with its items. */
    static Touched by(Reading reading) {
        if (reading.items() == null || reading.items().stream().anyMatch(item -> item.returned() != null)) {
            return ANY;
        }
        Set<ItemKey> keys = new HashSet<>();
        for (MappedItem item : reading.items()) {
            keys.add(item.key());
        }
        return new Touched(false, reading.scan().reference(), keys);
    }

    boolean meets(Touched other) {
        return any
                || other.any
                || !reference.isEmpty() && reference.equals(other.reference)
                || !Collections.disjoint(keys, other.keys);
    }
}
