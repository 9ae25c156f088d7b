package org.customsgateway.route;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.customsgateway.connector.Delivery;
import org.customsgateway.connector.DuplicatePolicy.SameBytes;
import org.customsgateway.connector.Incoming;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Partners;
import org.customsgateway.connector.Receipt;
import org.customsgateway.journal.Arrival;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.Kept;
import org.customsgateway.journal.RawStore;
import org.customsgateway.journal.Received;
import org.customsgateway.journal.TooLarge;
import org.customsgateway.message.Problem;

/** Receive, journal, and only then let the wire acknowledge: when this returns, the bytes are on disk and the journal knows them. */
public final class Receive {

    private final RawStore raws;
    private final Journal journal;
    private final Partners partners;
    private final Ids ids;
    private final Counts counts;
    private final Clock clock;

    Receive(RawStore raws, Journal journal, Partners partners, Ids ids, Counts counts, Clock clock) {
        this.raws = raws;
        this.journal = journal;
        this.partners = partners;
        this.ids = ids;
        this.counts = counts;
        this.clock = clock;
    }

    public Received receive(@Body InputStream bytes, @ExchangeProperty(Delivery.PROPERTY) Delivery delivery)
            throws IOException {
        Received received = journal.interchanges().receive(arrival(delivery, bytes));
        counts.received(delivery.partner(), delivery.wire(), received.kind());
        return received;
    }

    /** What the wire is told. */
    public Receipt receipt(@Body Received received) {
        return new Receipt(received.id(), received.kind() == Received.Kind.SAME_DELIVERY);
    }

    /** Several in one commit of the journal. */
    public List<Received> receiveAll(@Body List<Incoming> batch) throws IOException {
        List<Arrival> arrivals = new ArrayList<>();
        for (Incoming each : batch) {
            arrivals.add(arrival(each.delivery(), new ByteArrayInputStream(each.bytes())));
        }
        List<Received> received = journal.interchanges().receive(arrivals);
        for (int i = 0; i < received.size(); i++) {
            counts.received(
                    arrivals.get(i).partner(),
                    arrivals.get(i).wire(),
                    received.get(i).kind());
        }
        return received;
    }

    private Arrival arrival(Delivery delivery, InputStream bytes) throws IOException {
        Partner partner = partners.find(delivery.partner())
                .orElseThrow(() -> new IOException("partner " + delivery.partner() + " is gone"));
        long limit = partner.limits().interchangeBytes();
        if (delivery.size() > limit) {
            // nobody waits for a gigabyte that is going to be refused
            byte[] first = bytes.readNBytes(HeadStream.KEPT);
            return arrival(delivery, partner, raws.take(first), List.of(Refusals.tooLarge(limit)));
        }
        var head = new HeadStream(bytes);
        try {
            return arrival(delivery, partner, raws.take(head, limit), List.of());
        } catch (TooLarge e) {
            return arrival(delivery, partner, raws.take(head.kept()), List.of(Refusals.tooLarge(limit)));
        }
    }

    private Arrival arrival(Delivery delivery, Partner partner, Kept bytes, List<Problem> refusal) {
        Instant now = clock.instant();
        boolean answersAgain = partner.duplicates().bytes() == SameBytes.ANSWER_AGAIN;
        return new Arrival(
                ids.next(now),
                delivery.partner(),
                delivery.wire(),
                delivery.mark().isEmpty() ? null : delivery.mark(),
                delivery.name(),
                bytes,
                now,
                refusal,
                answersAgain ? null : Refusals.duplicate(),
                delivery.origin());
    }
}
