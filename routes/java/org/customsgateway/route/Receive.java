package org.customsgateway.route;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.customsgateway.connector.Delivery;
import org.customsgateway.connector.Partners;
import org.customsgateway.journal.Arrival;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.RawStore;
import org.customsgateway.journal.Received;
import org.customsgateway.message.RawBytes;

/** Receive, journal, and only then let the wire acknowledge: when this returns, the bytes are on disk and the journal knows them. */
public final class Receive {

    private final RawStore raws;
    private final Journal journal;
    private final Partners partners;
    private final Ids ids;
    private final Clock clock;

    Receive(RawStore raws, Journal journal, Partners partners, Ids ids, Clock clock) {
        this.raws = raws;
        this.journal = journal;
        this.partners = partners;
        this.ids = ids;
        this.clock = clock;
    }

    public Received receive(@Body InputStream bytes, @ExchangeProperty(Delivery.PROPERTY) Delivery delivery)
            throws IOException {
        long limit = partners.find(delivery.partner())
                .map(partner -> partner.limits().interchangeBytes())
                .orElseThrow(() -> new IOException("partner " + delivery.partner() + " is gone"));
        RawBytes raw = raws.put(bytes, limit);
        Instant now = clock.instant();
        String mark = delivery.mark().isEmpty() ? null : delivery.mark();
        return journal.interchanges()
                .receive(new Arrival(
                        ids.next(now), delivery.partner(), delivery.wire(), mark, delivery.name(), raw, now));
    }
}
