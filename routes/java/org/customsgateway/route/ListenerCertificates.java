package org.customsgateway.route;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.customsgateway.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a person renew what the gateway's listeners show while there is still time: the alarm CERTIFICATE, until that is done. */
public final class ListenerCertificates {

    private static final Logger LOG = LoggerFactory.getLogger(ListenerCertificates.class);
    private static final Duration NOTICE = Duration.ofDays(30);

    private final Map<String, Supplier<List<X509Certificate>>> shown;
    private final Map<String, Lamp> lamps = new TreeMap<>();
    private final Clock clock;

    /** @param shown by listener; may throw {@link IllegalStateException} while a file is being replaced */
    public ListenerCertificates(Map<String, Supplier<List<X509Certificate>>> shown, Journal journal, Clock clock) {
        this.shown = Map.copyOf(shown);
        this.clock = clock;
        shown.keySet().forEach(listener -> lamps.put(listener, new Lamp(journal, "CERTIFICATE", listener, clock)));
    }

    public void look() {
        lamps.forEach((listener, lamp) -> {
            try {
                Optional<Instant> end = end(shown.get(listener).get());
                end.filter(time -> time.isBefore(clock.instant().plus(NOTICE)))
                        .ifPresentOrElse(
                                time -> lamp.on("what the listener " + listener + " shows ends on " + time
                                        + ": put a new certificate into its file, it is taken up without a restart"),
                                lamp::off);
            } catch (IllegalStateException e) {
                LOG.warn("the certificates of {} cannot be read: {}", listener, e.toString());
            }
        });
    }

    /** Of several the last: that is the one to be renewed. */
    private static Optional<Instant> end(List<X509Certificate> certificates) {
        return certificates.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .max(Comparator.naturalOrder());
    }
}
