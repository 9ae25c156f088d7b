package org.customsgateway.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.customsgateway.message.PartnerId;

/** What one transaction adds to the feeds of all partners concerned. */
final class Listing {

    /** In one order for all nodes, as locks are taken in it. */
    private final Map<PartnerId, List<Feed.Place>> places = new TreeMap<>(Comparator.comparing(PartnerId::value));

    /** @param entry what the item has just become */
    void add(LockedItem item, StatusEntry entry) {
        item.listed(entry).ifPresent(place -> add(item.partner(), place));
    }

    void add(PartnerId partner, Feed.Place place) {
        places.computeIfAbsent(partner, none -> new ArrayList<>()).add(place);
    }

    void append(Transaction tx) throws SQLException {
        for (var feed : places.entrySet()) {
            Feed.append(tx, feed.getKey(), feed.getValue());
        }
    }
}
