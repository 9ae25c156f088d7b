package org.customsgateway.connector.queue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.customsgateway.connector.Alarm;
import org.customsgateway.connector.Delivery;
import org.customsgateway.connector.Door;
import org.customsgateway.connector.Outlet;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.PartnerListener;
import org.customsgateway.connector.QueueWire;
import org.customsgateway.connector.SafeName;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Wire;

/** Partners' queues: each message of {@code in} is an interchange, each reply a message in {@code out}. */
public final class PartnerQueues implements PartnerListener, Outlet, AutoCloseable {

    private static final int SESSIONS = 4;
    private static final int BATCH = 50;
    private static final Duration IDLE = Duration.ofMillis(5);
    private static final int MAX_DELIVERIES = 10;

    private final Broker broker;
    private final Door door;
    private final Alarm alarm;
    private final QueueWriter writer;
    private final Map<PartnerId, QueueReader> readers = new ConcurrentHashMap<>();

    public PartnerQueues(Broker broker, Door door, Alarm alarm) {
        this.broker = broker;
        this.door = door;
        this.alarm = alarm;
        this.writer = new QueueWriter(broker);
    }

    @Override
    public void added(Partner partner) {
        partner.wires().queue().ifPresent(wire -> open(partner, wire));
    }

    private void open(Partner partner, QueueWire wire) {
        if (wire.password().isPresent()) {
            try {
                broker.admit(partner.id().value(), wire.user(), wire.password().get(), wire.in(), wire.out());
            } catch (Exception e) {
                throw new IllegalStateException("the broker does not admit " + partner.id(), e);
            }
        }
        int largest = (int) Math.min(Integer.MAX_VALUE, partner.limits().interchangeBytes());
        var settings = new QueueReader.Settings(SESSIONS, BATCH, IDLE, MAX_DELIVERIES, largest);
        var reader = new QueueReader(
                broker, wire.in(), settings, (messages, refused) -> receive(partner, messages, refused));
        readers.put(partner.id(), reader);
        reader.start();
    }

    private void receive(Partner partner, List<QueueMessage> messages, List<RefusedMessage> refused)
            throws IOException {
        for (RefusedMessage message : refused) {
            alarm.raise(partner.id(), Wire.QUEUE, "refused", message.message().id(), message.reason());
        }
        for (QueueMessage message : messages) {
            var delivery = new Delivery(partner.id(), Wire.QUEUE, SafeName.of(message.id()), message.id());
            door.receive(delivery, new ByteArrayInputStream(message.body()));
        }
    }

    @Override
    public void removed(Partner partner) {
        QueueReader reader = readers.remove(partner.id());
        if (reader != null) {
            reader.close();
        }
    }

    @Override
    public void deliver(Partner partner, String name, Path bytes) throws IOException {
        QueueWire wire = partner.wires().queue().orElseThrow();
        var message = QueueMessage.of(name, name, Files.readAllBytes(bytes), Map.of("name", name));
        writer.send(Map.of(wire.out(), List.of(message)));
    }

    @Override
    public void close() {
        readers.values().forEach(QueueReader::close);
        writer.close();
    }
}
