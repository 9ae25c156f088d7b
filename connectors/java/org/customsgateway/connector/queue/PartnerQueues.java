package org.customsgateway.connector.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.customsgateway.connector.Alarm;
import org.customsgateway.connector.Delivery;
import org.customsgateway.connector.Dispatch;
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

    private static final QueueReader.Settings SETTINGS = new QueueReader.Settings(2, 20, Duration.ofMillis(5), 10, 0);

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
                broker.admit(wire.user(), wire.password().get(), wire.in(), wire.out());
            } catch (Exception e) {
                throw new IllegalStateException("the broker does not admit " + partner.id(), e);
            }
        }
        QueueSession.Turn turn = (batch, session) -> {
            for (TakenMessage taken : batch) {
                receive(partner, taken, session);
            }
        };
        var reader = new QueueReader(turn, broker, wire.in(), SETTINGS);
        readers.put(partner.id(), reader);
        reader.start();
    }

    /** As a stream: an interchange may be larger than the memory. */
    private void receive(Partner partner, TakenMessage taken, QueueSession session) throws Exception {
        var largest = partner.limits().interchangeBytes();
        var refusal = taken.refusal(SETTINGS.maxDeliveries(), largest);
        var name = SafeName.of(taken.name());
        if (refusal.isPresent()) {
            session.quarantine(taken, refusal.get());
            alarm.raise(partner.id(), Wire.QUEUE, "refused", name, refusal.get());
            return;
        }
        try (var spool = Spool.of(taken, largest);
                var bytes = spool.open()) {
            door.receive(new Delivery(partner.id(), Wire.QUEUE, name, taken.id()), bytes);
        }
    }

    @Override
    public void removed(Partner partner) {
        QueueReader reader = readers.remove(partner.id());
        if (reader != null) {
            reader.close();
        }
        partner.wires().queue().filter(wire -> wire.password().isPresent()).ifPresent(this::dismiss);
    }

    private void dismiss(QueueWire wire) {
        try {
            broker.dismiss(wire.user());
        } catch (Exception e) {
            throw new IllegalStateException("the broker does not dismiss " + wire.user(), e);
        }
    }

    @Override
    public void deliver(Partner partner, Dispatch dispatch) throws IOException {
        QueueWire wire = partner.wires().queue().orElseThrow();
        var message = QueueMessage.of(
                dispatch.id(), dispatch.name(), Files.readAllBytes(dispatch.bytes()), Map.of("name", dispatch.name()));
        writer.send(Map.of(wire.out(), List.of(message)));
    }

    @Override
    public void close() {
        readers.values().forEach(QueueReader::close);
        writer.close();
    }
}
