package org.customsgateway.connector.queue;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.customsgateway.connector.Alarm;
import org.customsgateway.connector.Delivery;
import org.customsgateway.connector.Door;
import org.customsgateway.connector.Incoming;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.SafeName;
import org.customsgateway.message.Wire;

/** Hands a partner's messages in, in their order: small ones together, a large one as a stream, for it may be larger than the memory. */
record PartnerTurn(Partner partner, Door door, Alarm alarm, int attempts) implements QueueSession.Turn {

    /** One session: messages of one partner are received in the order in which they were sent. */
    static final QueueReader.Settings SETTINGS =
            new QueueReader.Settings(1, 100, Duration.ofMillis(2), Integer.MAX_VALUE, 0);

    private static final int SMALL = 64 * 1024;

    @Override
    public void take(List<TakenMessage> batch, QueueSession session) throws Exception {
        if (batch.size() == 1) {
            takeOne(batch.get(0), session);
            return;
        }
        var small = new ArrayList<Incoming>();
        for (TakenMessage taken : batch) {
            if (taken.isLarge() || taken.size() > SMALL || refusal(taken) != null) {
                handIn(small);
                takeOne(taken, session);
            } else {
                small.add(new Incoming(delivery(taken), taken.bytes(limit())));
            }
        }
        handIn(small);
    }

    private void handIn(List<Incoming> small) throws IOException {
        if (!small.isEmpty()) {
            door.receive(List.copyOf(small));
            small.clear();
        }
    }

    /**
     * Too often is once more too often: it has just been tried again, and the alarm has found the journal well. So a
     * journal that was away for a while sends nothing into quarantine.
     */
    private void takeOne(TakenMessage taken, QueueSession session) throws Exception {
        var refusal = refusal(taken);
        if (refusal != null) {
            quarantine(taken, session, refusal);
            return;
        }
        try {
            stream(taken);
        } catch (IOException | JMSException | RuntimeException failure) {
            if (taken.deliveries() < attempts) {
                throw failure;
            }
            quarantine(taken, session, TakenMessage.TOO_OFTEN);
        }
    }

    private void stream(TakenMessage taken) throws IOException, JMSException {
        try (var spool = Spool.of(taken, limit());
                var bytes = spool.open()) {
            door.receive(delivery(taken), bytes);
        }
    }

    private void quarantine(TakenMessage taken, QueueSession session, String reason) throws JMSException, IOException {
        var in = partner.wires().queue().orElseThrow().in();
        var text = "a message is kept in " + in + QueueNames.QUARANTINE + " (" + reason
                + "): look at it there, have it sent again as agreed, and clear this alarm";
        alarm.raise(partner.id(), Wire.QUEUE, "quarantined", SafeName.of(taken.name()), text);
        session.quarantine(taken, reason);
    }

    private String refusal(TakenMessage taken) throws JMSException {
        return taken.refusal(Integer.MAX_VALUE, limit()).orElse(null);
    }

    private Delivery delivery(TakenMessage taken) throws JMSException {
        return new Delivery(
                partner.id(), Wire.QUEUE, SafeName.of(taken.name()), taken.mark(), Delivery.UNKNOWN, taken.origin());
    }

    private long limit() {
        return partner.limits().interchangeBytes();
    }
}
