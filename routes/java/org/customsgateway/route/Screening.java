package org.customsgateway.route;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.https.Intake;
import org.customsgateway.journal.Journal;
import org.customsgateway.mapping.Checked;
import org.customsgateway.mapping.Formats;
import org.customsgateway.mapping.Limits;
import org.customsgateway.mapping.Mapping;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Wire;

/** What can be told at once of what a partner is about to hand in over HTTPS. Nothing is journaled here. */
public final class Screening implements Intake {

    /** How long a count of what waits is good for. */
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final Formats formats;
    private final Journal journal;
    private final int most;
    private final Clock clock;
    private Instant counted = Instant.MIN;
    private boolean full;

    /** @param most interchanges that may wait to be read, 0 for no limit */
    public Screening(Formats formats, Journal journal, int most, Clock clock) {
        this.formats = formats;
        this.journal = journal;
        this.most = most;
        this.clock = clock;
    }

    @Override
    public synchronized boolean isFull() {
        Instant now = clock.instant();
        if (most > 0 && now.isAfter(counted.plus(GLANCE))) {
            full = journal.interchanges().waiting(most) >= most;
            counted = now;
        }
        return full;
    }

    @Override
    public Optional<Taken> known(PartnerId partner, String key) {
        return journal.interchanges()
                .delivered(partner, Wire.HTTP, key)
                .map(first -> new Taken(first.id(), first.raw().sha256()));
    }

    /** As {@link Identify} will judge it, and, of a single item, by its schema and rules: what mapping it shows, its status tells. */
    @Override
    public Verdict check(Partner partner, byte[] bytes) {
        try {
            Optional<FormatId> found = formats.recognise(new ByteArrayInputStream(bytes), partner.formats());
            if (found.isEmpty()) {
                return new Verdict(true, List.of(Refusals.formatUnknown(partner.formats())));
            }
            return verdict(formats.current(found.get()), partner, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }

    private Verdict verdict(Mapping mapping, Partner partner, byte[] bytes) throws IOException {
        var limits = Limits.DEFAULT
                .withBytes(partner.limits().interchangeBytes())
                .withItems(partner.limits().items());
        Checked checked = mapping.check(bytes, limits);
        if (checked.scan().refused()) {
            return new Verdict(false, checked.scan().problems());
        }
        List<Problem> problems = checked.items().size() == 1 ? checked.items().get(0) : List.of();
        return problems.stream().anyMatch(Problem::rejects) ? new Verdict(true, problems) : Verdict.GOOD;
    }
}
