package org.customsgateway.route;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.customsgateway.journal.HandOverEntry;
import org.customsgateway.journal.ItemEntry;
import org.customsgateway.journal.KnownItem;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.StatusCode;

/** What came before an item: what is journaled, and the items before it in its own batch, which is not journaled yet. */
final class Earlier {

    private final Map<ItemKey, KnownItem> latest;
    private final Map<String, ItemEntry> batch = new HashMap<>();
    private final Routing routing;

    /** @param known the latest declared item of each key, before this batch */
    Earlier(Map<ItemKey, KnownItem> known, Routing routing) {
        this.latest = new HashMap<>(known);
        this.routing = routing;
    }

    /** The latest of this key that is declared, or null. */
    KnownItem of(ItemKey key) {
        return latest.get(key);
    }

    void add(ItemEntry entry) {
        if (entry.version() > 0) {
            batch.put(entry.id(), entry);
            latest.put(
                    entry.key(),
                    new KnownItem(
                            entry.key(),
                            entry.id(),
                            entry.version(),
                            entry.contentHash(),
                            StatusCode.RECEIVED,
                            entry.id()));
        }
    }

    /** What each back-end was shown of this declaration; none of none. */
    Map<String, String> shown(String itemId) {
        if (itemId.isEmpty()) {
            return Map.of();
        }
        ItemEntry entry = batch.get(itemId);
        return entry == null
                ? routing.shown(itemId)
                : entry.handOvers().stream()
                        .filter(to -> to.held().isEmpty())
                        .collect(Collectors.toMap(HandOverEntry::backend, HandOverEntry::shown));
    }
}
