package org.customsgateway.connector.sftp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a session sent and has been received. Such a file is gone from {@code in}, but many clients look at the size, or
 * set the time, of what they have just put, and call it a failure when there is nothing.
 */
final class Receipts {

    private static final int KEPT = 100;

    private final Map<String, Map<String, Object>> attributes = new LinkedHashMap<>();

    synchronized void add(Place place, Map<String, Object> of) {
        attributes.put(place.path(), of);
        if (attributes.size() > KEPT) {
            attributes.remove(attributes.keySet().iterator().next());
        }
    }

    synchronized Optional<Map<String, Object>> find(Place place) {
        return Optional.ofNullable(attributes.get(place.path()));
    }
}
