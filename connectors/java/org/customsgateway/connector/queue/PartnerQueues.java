package org.customsgateway.connector.queue;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.customsgateway.connector.Alarm;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.Door;
import org.customsgateway.connector.Outlet;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.PartnerListener;
import org.customsgateway.connector.QueueWire;
import org.customsgateway.connector.Rate;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Wire;

/** Partners' queues: each message of {@code in} is an interchange, each reply a message in {@code out}. */
public final class PartnerQueues implements PartnerListener, Outlet, AutoCloseable {

    private static final int ATTEMPTS = 10;

    /** Replies in one transaction. */
    private static final int TOGETHER = 100;

    private final Broker broker;
    private final Door door;
    private final Alarm alarm;
    private final Clock clock;
    private final int attempts;
    private final QueueWriter writer;
    private final Map<PartnerId, QueueReader> readers = new ConcurrentHashMap<>();
    private final Set<PartnerId> notFetching = ConcurrentHashMap.newKeySet();

    public PartnerQueues(Broker broker, Door door, Alarm alarm, Clock clock) {
        this(broker, door, alarm, clock, ATTEMPTS);
    }

    /** @param attempts to hand a message in before it is put into quarantine */
    PartnerQueues(Broker broker, Door door, Alarm alarm, Clock clock, int attempts) {
        this.attempts = attempts;
        this.broker = broker;
        this.door = door;
        this.alarm = alarm;
        this.clock = clock;
        this.writer = new QueueWriter(broker);
    }

    @Override
    public void added(Partner partner) {
        partner.wires().queue().ifPresent(wire -> open(partner, wire));
    }

    private void open(Partner partner, QueueWire wire) {
        if (wire.password().isPresent()) {
            try {
                broker.admit(new PartnerAccess(
                        wire.user(),
                        wire.password().get().reveal(),
                        wire.in(),
                        wire.out(),
                        wire.sessions(),
                        partner.limits().interchangeBytes(),
                        reason -> alarm.raise(partner.id(), Wire.QUEUE, "refused", "", "not taken: " + reason)));
            } catch (Exception e) {
                throw new IllegalStateException("the broker does not admit " + partner.id(), e);
            }
        }
        var pace = new Pace(new Rate(clock), partner.limits().perMinute());
        var reader = new QueueReader(
                new PartnerTurn(partner, door, alarm, attempts), broker, wire.in(), PartnerTurn.SETTINGS, pace);
        readers.put(partner.id(), reader);
        reader.start();
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
            broker.dismiss(wire.user(), wire.in());
        } catch (Exception e) {
            throw new IllegalStateException("the broker does not dismiss " + wire.user(), e);
        }
    }

    @Override
    public void deliver(Partner partner, Dispatch dispatch) throws IOException {
        deliver(partner, List.of(dispatch));
    }

    @Override
    public void deliver(Partner partner, List<Dispatch> dispatches) throws IOException {
        QueueWire wire = partner.wires().queue().orElseThrow();
        var load = new ReplyLoad(writer);
        for (Dispatch dispatch : dispatches) {
            load.add(queue(partner, wire, dispatch), ReplyLoad.message(wire.correlation(), dispatch));
        }
        load.send();
        watch(partner, wire);
    }

    @Override
    public int together(Partner partner) {
        return TOGETHER;
    }

    private String queue(Partner partner, QueueWire wire, Dispatch dispatch) throws IOException {
        var address = new ReplyAddress(wire, dispatch.origin());
        if (address.isOut()) {
            return wire.out();
        }
        if (address.isAllowed() && broker.provide(wire.user(), wire.out(), address.asked(), wire.sessions())) {
            return address.asked();
        }
        var text = "asks for replies at a queue that is not its own: they go to " + wire.out();
        alarm.raise(partner.id(), Wire.QUEUE, "reply-to", dispatch.name(), text);
        return wire.out();
    }

    /** Replies that nobody fetches harm nobody else, but somebody should know. */
    private void watch(Partner partner, QueueWire wire) throws IOException {
        if (!broker.isLong(wire.out())) {
            if (notFetching.remove(partner.id())) {
                alarm.raise(partner.id(), Wire.QUEUE, "fetched", "", "fetches its replies again");
            }
        } else if (notFetching.add(partner.id())) {
            var text = wire.out() + " grows: the partner does not fetch its replies";
            alarm.raise(partner.id(), Wire.QUEUE, "not-fetched", "", text);
        }
    }

    @Override
    public void close() {
        readers.values().forEach(QueueReader::close);
        writer.close();
    }
}
