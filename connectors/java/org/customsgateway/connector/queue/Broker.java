package org.customsgateway.connector.queue;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.customsgateway.connector.Secret;

/** The broker that the queues live in: embedded in this process, or elsewhere. */
public final class Broker implements AutoCloseable {

    /**
     * @param folder of the journal: {@code data/broker}
     * @param address that back-ends outside this process connect to
     * @param port of it; 0 for any free one, empty for none
     * @param backEnds password by user ({@code risk}, {@code revenue}): each may read {@code <user>.declarations} and
     *     send to {@code <user>.decisions}, nothing else
     */
    public record Embedded(Path folder, String address, Optional<Integer> port, Map<String, Secret> backEnds) {}

    private Broker() {}

    public static Broker embedded(Embedded settings) {
        throw new UnsupportedOperationException();
    }

    /** @param url {@code tcp://host:61616?…} of an Artemis broker that has the queues */
    public static Broker at(String url, String user, Secret password) {
        throw new UnsupportedOperationException();
    }

    public void start() throws Exception {}

    /** Connections of the gateway itself: no prefetch surprises, no serialised objects. */
    public ConnectionFactory connections() {
        throw new UnsupportedOperationException();
    }

    /** Where back-ends connect to: the external broker's url, the embedded one's with its port, or empty. */
    public String url() {
        throw new UnsupportedOperationException();
    }

    /** Messages waiting in a queue, or -1 where that is not known. */
    public long depth(String queue) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws Exception {}
}
