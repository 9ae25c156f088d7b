package org.customsgateway.connector;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A door for tests: keeps what came in, or refuses it. */
public final class Received implements Door {

    public final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    public final Map<String, byte[]> bytes = new ConcurrentHashMap<>();
    public volatile boolean refuses;
    /** Most bytes of one interchange. */
    public volatile int reads = Integer.MAX_VALUE;

    @Override
    public Receipt receive(Delivery delivery, InputStream in) throws IOException {
        var all = in.readNBytes(reads);
        if (refuses) {
            throw new IOException("the journal is not there");
        }
        bytes.put(delivery.name(), all);
        deliveries.add(delivery);
        return new Receipt("received-" + deliveries.size(), false);
    }

    public List<String> names() {
        return deliveries.stream().map(Delivery::name).toList();
    }
}
